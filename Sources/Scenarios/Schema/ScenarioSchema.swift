import Households

/// The keys of a scenario file.
enum ScenarioSchema {
  /// The source of a value that has none.
  static let assumed = "assumed"

  /// The top of a scenario, after `extends` has been followed.
  static let root = Record(fields: [
    Field("name", .text, .required, "the name under which results are reported"),
    Field("description", .text, "what the scenario is about"),
    Field("start", .quarter, .required, "the first quarter, such as 2019-Q1"),
    Field("years", .whole(1...100), .standard(.whole(10), source: assumed), unit: "years", "the length"),
    Field(
      "replications", .whole(1...100_000), .standard(.whole(20), source: assumed), unit: "replications",
      "how often the same scenario is run with other luck"),
    Field("seed", .whole(0...Int.max), .standard(.whole(2019), source: assumed), "the seed of every draw"),
    Field(
      "regime", .choice(Regime.allCases.map(\.rawValue)), .standard(.text("threshold"), source: assumed),
      "the theory of poverty traps"),
    Field("population", .record(PopulationSchema.population), .required, "who is simulated"),
    Field("parameters", .record(ParameterSchema.parameters), "numbers of the model's rules"),
    Field(
      "programmes", .list(of: .record(ProgrammeSchema.programme), noun: "programmes"),
      "what partners offer, in the order in which they enrol"),
    Field("sources", .remark, "where the scenario's numbers come from"),
  ])
}
