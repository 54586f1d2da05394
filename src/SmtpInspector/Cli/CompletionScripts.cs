namespace SmtpInspector.Cli;

/// <summary>
/// What makes a shell complete the program's command lines. Each asks the program itself, by System.CommandLine's
/// directive <c>[suggest:POSITION]</c>, what fits at the cursor; where nothing does, the shell offers file names.
/// Options are offered to who has typed a hyphen: they would bury the rest.
/// </summary>
static class CompletionScripts
{
    /// <summary>The shells there is a script for.</summary>
    public static IReadOnlyList<string> Shells { get; } = ["bash", "zsh", "fish", "powershell"];

    /// <summary>A shell's script, which ends in a newline; null for a shell there is none for.</summary>
    public static string? For(string shell) => shell switch
    {
        "bash" => Bash,
        "zsh" => Zsh,
        "fish" => Fish,
        "powershell" => PowerShell,
        _ => null,
    };

    // A colon begins a new word for bash: what stands before it is not to be repeated in the answer.
    const string Bash = """
        # bash completion for smtp-inspector. In ~/.bashrc: source <(smtp-inspector completion bash)
        _smtp_inspector() {
            local line=${COMP_LINE:0:COMP_POINT} word suggestion before
            word=${line##*[[:space:]]}
            before=
            [[ $COMP_WORDBREAKS != *:* ]] || before=${word%"${word##*:}"}
            COMPREPLY=()
            while IFS= read -r suggestion; do
                if [[ $suggestion == "$word"* && ( $suggestion != -* || $word == -* ) ]]; then
                    COMPREPLY+=("${suggestion#"$before"}")
                fi
            done < <("${COMP_WORDS[0]}" "[suggest:${#line}]" "$line" 2>/dev/null)
            if [[ ${#COMPREPLY[@]} == 1 && ${COMPREPLY[0]} == *: ]]; then
                compopt -o nospace
            fi
        }
        complete -o default -F _smtp_inspector smtp-inspector

        """;

    const string Zsh = """
        #compdef smtp-inspector
        # zsh completion for smtp-inspector. In ~/.zshrc, after compinit: source <(smtp-inspector completion zsh)
        _smtp_inspector() {
            local line=${LBUFFER} word=${PREFIX} suggestion
            local -a fitting
            for suggestion in ${(f)"$(${words[1]} "[suggest:${#line}]" "$line" 2>/dev/null)"}; do
                if [[ $suggestion == ${word}* && ( $suggestion != -* || $word == -* ) ]]; then
                    fitting+=($suggestion)
                fi
            done
            if (( ${#fitting} )); then
                compadd -- $fitting
            else
                _files
            fi
        }
        compdef _smtp_inspector smtp-inspector

        """;

    const string Fish = """
        # fish completion for smtp-inspector. In ~/.config/fish/config.fish: smtp-inspector completion fish | source
        function __smtp_inspector_suggest
            set -l line (commandline -cp)
            set -l word (commandline -ct)
            for suggestion in (smtp-inspector "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null)
                if string match -q -- '-*' "$suggestion"; and not string match -q -- '-*' "$word"
                    continue
                end
                echo $suggestion
            end
        end
        complete -c smtp-inspector -a '(__smtp_inspector_suggest)'

        """;

    const string PowerShell = """
        # PowerShell completion for smtp-inspector. In $PROFILE: smtp-inspector completion powershell | Out-String | Invoke-Expression
        Register-ArgumentCompleter -Native -CommandName smtp-inspector -ScriptBlock {
            param($wordToComplete, $commandAst, $cursorPosition)
            $line = $commandAst.ToString().PadRight($cursorPosition)
            smtp-inspector "[suggest:$($line.Length)]" $line 2>$null |
                Where-Object { $_.StartsWith($wordToComplete) -and (-not $_.StartsWith('-') -or $wordToComplete.StartsWith('-')) } |
                ForEach-Object { [System.Management.Automation.CompletionResult]::new($_) }
        }

        """;
}
