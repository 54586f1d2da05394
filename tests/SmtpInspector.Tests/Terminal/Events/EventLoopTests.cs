using SmtpInspector.Terminal.Events;

namespace SmtpInspector.Tests.Terminal.Events;

public class EventLoopTests
{
    [Fact]
    public void What_is_posted_is_done_in_order_and_drawn_once()
    {
        var done = new List<string>();
        EventLoop loop = null!;
        loop = new EventLoop(() =>
        {
            done.Add("draw");
            loop.Stop();
        });
        loop.Post(() => done.Add("one"));
        loop.Post(() =>
        {
            done.Add("two");
            loop.Invalidate();
            loop.Invalidate();
        });

        loop.Run();

        Assert.Equal(["one", "two", "draw"], done);
    }

    [Fact]
    public void A_post_from_another_thread_wakes_it()
    {
        var loop = new EventLoop(() => { });
        var here = -1;
        var poster = new Thread(() =>
        {
            for (var i = 0; i < 1000; i++)
            {
                loop.Post(() => here = Environment.CurrentManagedThreadId);
            }

            loop.Post(loop.Stop);
        });
        poster.Start();

        loop.Run();

        Assert.Equal(Environment.CurrentManagedThreadId, here);
        poster.Join();
    }

    [Fact]
    public void A_flood_does_not_keep_a_frame_from_being_drawn()
    {
        EventLoop loop = null!;
        var posted = 0;
        loop = new EventLoop(() => loop.Stop());
        void Again()
        {
            posted++;
            loop.Invalidate();
            loop.Post(Again);
        }

        loop.Post(Again);
        loop.Run();

        Assert.True(posted > 0);
    }

    [Fact]
    public void What_an_action_throws_comes_out_of_the_loop()
    {
        var loop = new EventLoop(() => { });
        loop.Post(() => throw new InvalidOperationException("expected"));

        Assert.Throws<InvalidOperationException>(loop.Run);
    }
}
