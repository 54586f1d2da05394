using System.Collections.Immutable;

namespace SmtpInspector.Tui;

/// <summary>What a message leads to: the next model, and what is to be done outside of it, in order.</summary>
/// <param name="Model">The model.</param>
/// <param name="Effects">What is to be done.</param>
readonly record struct Step(Model Model, ImmutableList<Effect> Effects)
{
    /// <summary>A model and nothing to do.</summary>
    public static implicit operator Step(Model model) => new(model, []);

    /// <summary>With one more thing to do.</summary>
    public Step And(Effect effect) => this with { Effects = Effects.Add(effect) };

    /// <summary>With another change to the model after it, whose effects come behind.</summary>
    public Step Then(Func<Model, Step> next)
    {
        var step = next(Model);
        return step with { Effects = Effects.AddRange(step.Effects) };
    }
}
