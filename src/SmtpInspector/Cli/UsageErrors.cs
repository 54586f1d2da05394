using System.CommandLine;
using System.CommandLine.Parsing;
using SmtpInspector.Net;
using SmtpInspector.Protocol.Knowledge;

namespace SmtpInspector.Cli;

/// <summary>Says in one message what is wrong with a command line, what was probably meant, and where help is.</summary>
static class UsageErrors
{
    /// <summary>The most telling of the errors, for one mistake often causes several; null where there is none.</summary>
    public static string? Of(ParseResult parsed)
    {
        if (parsed.Action is ExamplesHelp || (parsed.Errors.Count == 0 && MistypedOption(parsed) is null))
        {
            return null;
        }

        var command = parsed.CommandResult.Command;
        var path = PathOf(parsed.CommandResult);
        var problem = UnknownOption(parsed, command)
            ?? WrongValue(parsed)
            ?? UnknownVerb(parsed, command)
            ?? Surplus(parsed, command)
            ?? MissingArgument(parsed, command)
            ?? MissingVerb(command)
            ?? string.Join(' ', parsed.Errors.Select(error => error.Message));
        return $"{problem} See {path} --help.";
    }

    static string? UnknownOption(ParseResult parsed, Command command)
    {
        if (MistypedOption(parsed) is not { } token)
        {
            return null;
        }

        var name = token.Split('=', ':')[0];
        var known = OptionsOf(parsed.CommandResult);
        if (known.Contains(name))
        {
            return $"{name} stands behind {command.Name}: smtp-inspector {command.Name} {name} ...";
        }

        var what = command is RootCommand ? $"There is no option {name}." : $"{command.Name} has no option {name}.";
        return what + DidYouMean(name, known);
    }

    // An option that is not known is an argument to the parser, if one is wanted still. Not with LINQ: this is looked at
    // before every conversation, and loading it takes as long as connecting does.
    static string? MistypedOption(ParseResult parsed)
    {
        foreach (var token in parsed.Tokens)
        {
            if (token.Type == TokenType.DoubleDash)
            {
                return null;
            }
        }

        foreach (var argument in parsed.CommandResult.Command.Arguments)
        {
            foreach (var token in parsed.GetResult(argument)?.Tokens ?? [])
            {
                if (token.Value is ['-', _, ..])
                {
                    return token.Value;
                }
            }
        }

        foreach (var token in parsed.UnmatchedTokens)
        {
            if (token is ['-', _, ..])
            {
                return token;
            }
        }

        return null;
    }

    static string? WrongValue(ParseResult parsed)
    {
        foreach (var error in parsed.Errors)
        {
            var result = error.SymbolResult;
            while (result is not (null or OptionResult))
            {
                result = result.Parent;
            }

            if (result is OptionResult { Option: var option } given)
            {
                var usage = $"{option.Name} {option.HelpName ?? "VALUE"}";
                return given.Tokens.Count switch
                {
                    0 => $"{option.Name} needs a value: {usage}.",
                    1 when option.ValueType == typeof(bool) => $"{option.Name} takes no value, not \"{given.Tokens[0].Value}\".",
                    1 => $"{option.Name} {given.Tokens[0].Value}: this is not a number. Write {usage}.",
                    _ => $"{option.Name} is given more than once.",
                };
            }
        }

        return null;
    }

    static string? UnknownVerb(ParseResult parsed, Command command)
    {
        if (command.Subcommands.Count == 0 || parsed.UnmatchedTokens is not [var word, ..])
        {
            return null;
        }

        var verbs = command.Subcommands.Where(verb => !verb.Hidden).Select(verb => verb.Name).ToArray();
        var what = command is RootCommand ? $"There is no verb \"{word}\"." : $"{command.Name} knows no \"{word}\".";
        var meant = DidYouMean(word, verbs);
        if (meant.Length > 0)
        {
            return what + meant;
        }

        if (command is RootCommand && LooksLikeTarget(word))
        {
            return $"{what} Did you mean smtp-inspector connect {word}?";
        }

        return command is RootCommand && File.Exists(word) ? $"{what} Did you mean smtp-inspector show {word}?"
            : command is RootCommand && Explainer.Explain(word) is not null ? $"{what} Did you mean smtp-inspector explain {word}?"
            : $"{what} There are {string.Join(", ", verbs)}.";
    }

    static bool LooksLikeTarget(string word) =>
        !File.Exists(word) && (word is "practice" or "gmail" or "localhost" || word.AsSpan().ContainsAny('.', ':')) && Target.TryParse(word, out _, out _);

    static string? Surplus(ParseResult parsed, Command command) => parsed.UnmatchedTokens is [var word, ..]
        ? command.Arguments.Count == 0
            ? $"{command.Name} takes no argument: \"{word}\" is too much."
            : $"{command.Name} takes {string.Join(" and ", command.Arguments.Select(argument => argument.Name))} only: \"{word}\" is too much."
        : null;

    static string? MissingArgument(ParseResult parsed, Command command)
    {
        var missing = command.Arguments.FirstOrDefault(argument =>
            argument.Arity.MinimumNumberOfValues > 0 && (parsed.GetResult(argument)?.Tokens.Count ?? 0) < argument.Arity.MinimumNumberOfValues);
        return missing is null ? null : $"{command.Name} needs a {missing.Name}: {WithinSentence(missing.Description ?? "")}.";
    }

    static string? MissingVerb(Command command) => command.Subcommands.Count > 0
        ? $"{command.Name} needs one of {string.Join(", ", command.Subcommands.Select(part => part.Name))} behind it."
        : null;

    static string WithinSentence(string text) =>
        (text is [var first, ' ' or >= 'a' and <= 'z', ..] ? char.ToLowerInvariant(first) + text[1..] : text).TrimEnd('.');

    /// <summary>A question about the nearest of the known words, behind a blank; empty where none is near.</summary>
    internal static string DidYouMean(string word, IEnumerable<string> known, string what = "")
    {
        // A third of the letters wrong is as far as a typing error goes.
        var furthest = Math.Clamp(word.TrimStart('-').Length / 3, 1, 3);
        var nearest = known
            .Where(candidate => candidate.Length > 2)
            .Select(candidate => (Name: candidate, Distance: candidate.StartsWith(word, StringComparison.OrdinalIgnoreCase)
                ? 1
                : EditDistance.Between(word.ToLowerInvariant(), candidate)))
            .Where(candidate => candidate.Distance <= furthest)
            .OrderBy(candidate => candidate.Distance)
            .Select(candidate => candidate.Name)
            .FirstOrDefault();
        return nearest is null ? "" : $" Did you mean {what}{nearest}?";
    }

    static string[] OptionsOf(CommandResult result)
    {
        var names = new List<string>();
        for (SymbolResult? at = result; at is not null; at = at.Parent)
        {
            if (at is CommandResult { Command: var command })
            {
                names.AddRange(command.Options.Where(option => at == result || option.Recursive).SelectMany(option => option.Aliases.Prepend(option.Name)));
            }
        }

        return [.. names];
    }

    static string PathOf(CommandResult result)
    {
        var names = new List<string>();
        for (SymbolResult? at = result; at is CommandResult { Command: not RootCommand and var command }; at = at.Parent)
        {
            names.Insert(0, command.Name);
        }

        return string.Join(' ', names.Prepend("smtp-inspector"));
    }
}
