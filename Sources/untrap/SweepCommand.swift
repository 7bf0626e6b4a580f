internal import ArgumentParser
internal import Scenarios

/// `untrap sweep`: scenarios at many points of a design.
struct SweepCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sweep",
    abstract: "Runs scenarios at every point of a design.",
    discussion: """
      A design is a YAML file that names scenarios, variables and a method: factorial, latin_hypercube or \
      sobol_sequence. At every point all scenarios start from the same households and meet the same luck.

      Examples:
        untrap sweep scenarios/designs/kasur-loan-size.yaml
        untrap sweep my-design.yaml --replications 20 --out results
      """)

  @OptionGroup
  var call: DesignCall

  func run() throws { try call.run(.sweep) }
}
