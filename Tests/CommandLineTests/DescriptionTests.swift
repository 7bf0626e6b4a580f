import Testing

/// `describe` and `diff` of scenario files.
@Suite struct DescriptionTests {
  @Test("a scenario is described as it would run")
  func describe() throws {
    let program = try Program.withScenarios()
    let plain = try program.call("describe", "base.yaml")
    #expect(plain.exitCode == 0, "\(plain.errors)")
    #expect(plain.output.contains("\n### Process overview and scheduling\n"))
    #expect(plain.output.contains("No mechanism of the model is switched off."))
    let changed = try program.call(
      "describe", "base.yaml", "--without", "role_models", "--set", "parameters.shocks.illness_probability=0.08")
    #expect(changed.exitCode == 0, "\(changed.errors)")
    #expect(changed.output.contains("Switched off in this scenario: role models."))
    #expect(changed.output.contains("| 0.08 | probability per quarter | not stated | --set |"))
  }

  @Test("two scenarios are told apart, and one is no different from itself")
  func diff() throws {
    let program = try Program.withScenarios()
    let different = try program.call("diff", "base.yaml", "grants.yaml")
    #expect(different.exitCode == 0, "\(different.errors)")
    #expect(different.output.contains("\n## Programmes\n\n- B adds "))
    let same = try program.call("diff", "base.yaml", "base.yaml")
    #expect(same.exitCode == 0, "\(same.errors)")
    #expect(same.output.hasSuffix("\nThe two scenarios do not differ.\n"))
  }

  @Test("what cannot be described ends with the exit code of its kind")
  func failures() throws {
    let program = try Program.withScenarios()
    #expect(try program.call("describe", "missing.yaml").exitCode == 65)
    #expect(try program.call("diff", "base.yaml", "missing.yaml").exitCode == 65)
    #expect(try program.call("describe", "base.yaml", "--survey", "missing.csv").exitCode == 65)
    #expect(try program.call("describe", "base.yaml", "--mechanisms").exitCode == 64)
    let options = try program.call("describe", "--mechanisms", "--years", "5")
    #expect(options.exitCode == 64)
    #expect(options.errors.contains("name the scenario that the options are for"))
  }
}
