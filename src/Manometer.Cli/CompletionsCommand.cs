using System.CommandLine;

namespace Manometer.Cli;

/// <summary>Prints a script that teaches a shell to complete commands and options.</summary>
internal static class CompletionsCommand
{
    public static Command Build()
    {
        var shell = new Argument<string>("shell") { Description = "bash, zsh, fish or pwsh" };
        shell.AcceptOnlyFromAmong("bash", "zsh", "fish", "pwsh");
        var command = new Command("completions", "Print a script that completes commands and options in a shell") { shell };
        command.SetAction(parsed => Console.Out.Write(Script(parsed.GetValue(shell)!)));
        Examples.Teach(command, "Example:", "source <(./manometer completions bash)");
        return command;
    }

    private static string Script(string shell) => shell switch
    {
        "bash" => """
            _manometer() {
              local line=${COMP_LINE:0:$COMP_POINT}
              local words=${line#* }
              mapfile -t COMPREPLY < <(compgen -W "$("${COMP_WORDS[0]}" "[suggest:${#words}]" "$words" 2>/dev/null | grep -vx -e '-?' -e '/?' -e '/h' -e '-h')" -- "${COMP_WORDS[COMP_CWORD]}")
              [ ${#COMPREPLY[@]} -eq 0 ] && [ "${COMP_WORDS[COMP_CWORD-1]}" != --format ] && mapfile -t COMPREPLY < <(compgen -f -- "${COMP_WORDS[COMP_CWORD]}")
            }
            complete -F _manometer manometer ./manometer

            """,
        "zsh" => """
            #compdef manometer
            _manometer() {
              local words_text="${words[2,-1]}"
              local -a found
              found=("${(@f)$("${words[1]}" "[suggest:${#words_text}]" "$words_text" 2>/dev/null)}")
              compadd -a found || _files
            }
            compdef _manometer manometer ./manometer

            """,
        "fish" => """
            complete -c manometer -a '(set -l text (string join " " (commandline -opc)[2..-1]) (commandline -ct); manometer "[suggest:"(string length -- "$text")"]" "$text" 2>/dev/null)'

            """,
        _ => """
            Register-ArgumentCompleter -Native -CommandName manometer -ScriptBlock {
              param($word, $ast, $position)
              $text = ($ast.CommandElements | Select-Object -Skip 1) -join ' '
              & manometer "[suggest:$($text.Length)]" $text 2>$null | Where-Object { $_ -like "$word*" } |
                ForEach-Object { [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_) }
            }

            """,
    };
}
