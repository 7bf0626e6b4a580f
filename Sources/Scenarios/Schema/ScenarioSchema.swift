import Households

/// The keys of a scenario file.
enum ScenarioSchema {
  /// The top of a scenario, after `extends` has been followed.
  static let root = Record(fields: [
    Field("name", .text, .required, "the name under which results are reported"),
    Field("description", .prose, "what the scenario is about"),
    Field("start", .quarter, .required, "the first quarter, such as 2019-Q1"),
    Field("years", .whole(1...100), .assumed(.whole(10)), unit: "years", "the length"),
    Field(
      "replications", .whole(1...Scenario.replicationsAtMost), .assumed(.whole(20)),
      unit: "replications",
      "how often the same scenario is run with other luck"),
    Field("seed", .whole(0...Int.max), .assumed(.whole(2019)), "the seed of every draw"),
    Field(
      "regime", .choice(Regime.allCases.map(\.rawValue)), .assumed(.text("threshold")),
      "the theory of poverty traps"),
    Field("population", .record(PopulationSchema.population), .required, "who is simulated"),
    Field("parameters", .record(ParameterSchema.parameters), "numbers of the model's rules"),
    Field(
      "partners", .list(of: .record(ProgrammeSchema.partner), noun: "partners"),
      "the organisations at work, where they have an area or money of their own"),
    Field(
      "coordination", .choice(Coordination.allCases.map(\.rawValue)),
      "how partners share out places and households; without it, each programme has one list of its whole area"),
    Field(
      "programmes", .list(of: .record(ProgrammeSchema.programme), noun: "programmes"),
      "what partners offer, in the order in which they enrol"),
    Field(
      "without",
      .list(of: .choice(Mechanism.allCases.map(\.rawValue)), noun: "mechanisms", singleAllowed: true),
      "parts of the model that are switched off; `untrap describe --mechanisms` lists them"),
    Field("sources", .remark, "where the scenario's numbers come from"),
  ])
}
