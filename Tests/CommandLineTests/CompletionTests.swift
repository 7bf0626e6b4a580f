import Foundation
import Households
import Testing

@Suite("Shell completions")
struct CompletionTests {
  private static let bash = "/bin/bash"

  @Test("there is a script for each shell, and it knows the commands", arguments: ["bash", "zsh", "fish"])
  func scripts(shell: String) throws {
    let outcome = try Program().call("--generate-completion-script", shell)
    #expect(outcome.exitCode == 0)
    for word in ["compare", "schema", "selfcheck"] + Mechanism.allCases.map(\.rawValue) {
      #expect(outcome.output.contains(word), "\(word)")
    }
  }

  @Test(
    "bash completes files by their kind with the directories on the way, and words",
    .enabled(if: FileManager.default.isExecutableFile(atPath: bash), "needs bash"),
    arguments: [
      (["run", "to"], ["town-results", "town.yaml"]), (["compare", "a.yaml", "to"], ["town-results", "town.yaml"]),
      (["run", "town.yaml", "--survey", "to"], ["town-results", "town.csv"]),
      (["verify", "to"], ["town-results"]), (["run", "town.yaml", "--out", "to"], ["town-results"]),
      (["run", "town.yaml", "--without", "role"], ["role_models"]),
      (["run", "town.yaml", "--regime", "c"], ["convergence", "clubs"]), (["schema", "--of", "d"], ["design"]),
      (["sel"], ["selfcheck"]),
    ])
  func completes(words: [String], expected: [String]) throws {
    let program = try Program()
    for name in ["town.yaml", "town.csv", "town.txt"] { try program.write("", to: name) }
    try FileManager.default.createDirectory(
      atPath: program.directory + "/town-results", withIntermediateDirectories: true)
    try program.write(program.call("--generate-completion-script", "bash").output, to: "completions.bash")
    let call = (["untrap"] + words).map { "'\($0)'" }.joined(separator: " ")
    // What bash does when the tabulator key is pressed.
    try program.write(
      """
      source completions.bash
      COMP_WORDS=(\(call)); COMP_CWORD=\(words.count)
      COMP_LINE="${COMP_WORDS[*]}"; COMP_POINT=${#COMP_LINE}
      _untrap untrap "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD-1]}"
      printf '%s\\n' "${COMPREPLY[@]}" > replies.txt
      """, to: "press.bash")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Self.bash)
    process.arguments = ["press.bash"]
    process.currentDirectoryURL = URL(fileURLWithPath: program.directory)
    try process.run()
    process.waitUntilExit()
    let replies = try program.text("replies.txt").split(whereSeparator: \.isWhitespace)
    #expect(replies.map { $0.hasSuffix("/") ? String($0.dropLast()) : String($0) }.sorted() == expected.sorted())
  }
}
