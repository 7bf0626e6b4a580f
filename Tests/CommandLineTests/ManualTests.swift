import Foundation
import Testing

/// `Sources/untrap/manual.awk`, through which `make install` sends the pages of the manual.
@Suite("Manual pages")
struct ManualTests {
  private static let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appending(path: "../../Sources/untrap/manual.awk").standardizedFileURL.path

  @Test("a page has its name with a hyphen, paragraphs, and examples as they are")
  func page() throws {
    let program = try Program()
    try program.write(
      """
      .Dt UNTRAP.NEW 1
      .Sh NAME
      .Nm "untrap new"
      .Nd "Writes a scenario."
      .Sh SYNOPSIS
      .Nm
      .Ar name
      .Sh DESCRIPTION
      Three files are written. Both run.

      Examples:
        untrap new my-town
        untrap new my-town --force

      That is all.
      .Bl -tag -width 6n
      .El
      .Sh "SEE ALSO"
      .Xr untrap.run 1

      """, to: "untrap.new.1")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["awk", "-f", Self.script, program.directory + "/untrap.new.1"]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let page = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    #expect(
      page == """
        .Dt UNTRAP-NEW 1
        .Sh NAME
        .Nm "untrap-new"
        .Nd "Writes a scenario"
        .Sh SYNOPSIS
        .Nm "untrap new"
        .Ar name
        .Sh DESCRIPTION
        Three files are written.
        Both run.
        .Pp
        Examples:
        .Bd -literal -offset indent
        untrap new my-town
        untrap new my-town --force
        .Ed
        .Pp
        That is all.
        .Bl -tag -width 6n
        .El
        .Sh "SEE ALSO"
        .Xr untrap-run 1

        """)
  }
}
