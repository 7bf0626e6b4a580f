import Foundation
import Testing

@Suite("untrap new and untrap schema")
struct NewTests {
  @Test("writes three files and says what comes next; each step can be done")
  func steps() throws {
    let program = try Program()
    let outcome = try program.call("new", "my-town")
    #expect(outcome.exitCode == 0)
    #expect(outcome.errors.isEmpty)
    #expect(
      outcome.output == """
        my-town-baseline.yaml
        my-town.yaml
        scenario.schema.json

        Next:
          untrap check my-town-baseline.yaml my-town.yaml
          untrap run my-town.yaml
          untrap compare my-town-baseline.yaml my-town.yaml

        """)
    let steps = outcome.output.split(separator: "\n").filter { $0.hasPrefix("  untrap ") }
    #expect(steps.count == 3)
    for step in steps {
      let small = step.contains("check") ? [] : ["--replications", "2", "--households", "300", "--years", "1"]
      let next = try program.call(step.split(separator: " ").dropFirst().map(String.init) + small)
      #expect(next.exitCode == 0, "\(step): \(next.errors)")
    }
  }

  @Test("writes into the folder that the name leads to, with or without the ending")
  func folder() throws {
    let program = try Program()
    try FileManager.default.createDirectory(atPath: program.directory + "/plans", withIntermediateDirectories: true)
    let outcome = try program.call("new", "plans/my-town.yaml")
    #expect(outcome.exitCode == 0)
    #expect(outcome.output.contains("\n  untrap compare plans/my-town-baseline.yaml plans/my-town.yaml\n"))
    #expect(try program.names("plans") == ["my-town-baseline.yaml", "my-town.yaml", "scenario.schema.json"])
    #expect(try program.call("check", "plans/my-town.yaml").exitCode == 0)
  }

  @Test("overwrites nothing unless told to")
  func overwriting() throws {
    let program = try Program()
    try program.write("mine", to: "my-town.yaml")
    let refused = try program.call("new", "my-town")
    #expect(refused.exitCode == 1)
    #expect(refused.errors == "error: my-town.yaml would be overwritten; give another name, or --force\n")
    #expect(refused.output.isEmpty)
    #expect(try program.text("my-town.yaml") == "mine")
    #expect(try !program.names().contains("my-town-baseline.yaml"))
  }

  @Test("replaces what it has written itself, and nothing else")
  func replacing() throws {
    let program = try Program()
    try program.call("new", "town")
    let (scenario, schema) = (try program.text("town.yaml"), try program.text("scenario.schema.json"))
    try program.write(scenario.replacing("years", with: "yaers") + "# my own\n", to: "town.yaml")
    try program.write(schema.replacing("\"type\"", with: "\"kind\""), to: "scenario.schema.json")
    #expect(try program.call("new", "town", "--force").exitCode == 0)
    #expect(try program.text("town.yaml") == scenario)
    #expect(try program.text("scenario.schema.json") == schema)
    for (file, mine) in [
      ("town.yaml", "name: Mine\n\(scenario)"), ("town-baseline.yaml", "thesis"), ("scenario.schema.json", "{}"),
    ] {
      let before = try program.text(file)
      try program.write(mine, to: file)
      let refused = try program.call("new", "town", "--force")
      #expect(refused.exitCode == 1)
      #expect(
        refused.errors
          == "error: \(file) is not a file that untrap has written there, which is left alone; give another name\n")
      #expect(try program.text(file) == mine)
      try program.write(before, to: file)
    }
  }

  @Test("a second scenario of a folder shares the schema, even one of another version")
  func sharedSchema() throws {
    let program = try Program()
    try program.call("new", "one")
    let second = try program.call("new", "two")
    #expect(second.exitCode == 0)
    #expect(second.errors.isEmpty)
    #expect(!second.output.contains("scenario.schema.json"))
    try program.write("{}", to: "scenario.schema.json")
    let third = try program.call("new", "three")
    #expect(third.exitCode == 0)
    #expect(third.errors.contains("to renew it: untrap schema > scenario.schema.json"))
    #expect(try program.text("scenario.schema.json") == "{}")
  }

  @Test("a schema that cannot be read is left alone, and told")
  func unreadableSchema() throws {
    let program = try Program()
    try FileManager.default.createDirectory(
      atPath: program.directory + "/scenario.schema.json", withIntermediateDirectories: true)
    let outcome = try program.call("new", "town")
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    #expect(outcome.errors.contains("scenario.schema.json cannot be read"), "\(outcome.errors)")
    #expect(try program.call("check", "town.yaml").exitCode == 0)
    #expect(try program.names("scenario.schema.json") == [])
  }

  @Test("what cannot be replaced keeps all files as they were")
  func allOrNone() throws {
    let program = try Program()
    try program.call("new", "town")
    let mine = try program.text("town-baseline.yaml") + "# mine"
    try program.write(mine, to: "town-baseline.yaml")
    try FileManager.default.removeItem(atPath: program.directory + "/town.yaml")
    try FileManager.default.removeItem(atPath: program.directory + "/scenario.schema.json")
    try FileManager.default.createDirectory(
      atPath: program.directory + "/scenario.schema.json", withIntermediateDirectories: true)
    #expect(try program.call("new", "town", "--force").exitCode == 1)
    #expect(try program.text("town-baseline.yaml") == mine)
    #expect(try !program.names().contains("town.yaml"))
  }

  @Test(
    "what cannot be done is said",
    arguments: [
      ("a b", 64, "a b"), ("x/", 64, "x/"), ("", 64, "such as my-town"),
      ("nowhere/town", 1, "there is no folder nowhere/; make it first"),
    ])
  func problems(name: String, exitCode: Int32, words: String) throws {
    let program = try Program()
    let outcome = try program.call("new", name)
    #expect(outcome.exitCode == exitCode)
    #expect(outcome.errors.contains(words), "\(outcome.errors)")
    #expect(outcome.output.isEmpty)
  }

  @Test("the schema that is printed is the one that is written", arguments: ["scenario", "design", "portfolio"])
  func schema(kind: String) throws {
    let program = try Program()
    let outcome = try program.call("schema", "--of", kind)
    #expect(outcome.exitCode == 0)
    let object = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
    #expect(object?["title"] as? String == "untrap \(kind)")
    guard kind == "scenario" else { return }
    try program.call("new", "town")
    #expect(try program.text("scenario.schema.json") == outcome.output)
    #expect(try program.call("schema").output == outcome.output)
  }

  @Test("there is no schema of other files")
  func otherKind() throws {
    let outcome = try Program().call("schema", "--of", "survey")
    #expect(outcome.exitCode == 64)
    #expect(outcome.errors.contains("choose one of scenario, design, portfolio"))
  }
}
