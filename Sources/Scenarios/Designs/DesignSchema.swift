import Households

/// The keys of a design file.
enum DesignSchema {
  /// Two numbers.
  static let pair = Shape.list(of: .number(anything), noun: "two numbers")
  /// The measures that a design may ask for.
  static let measures = (Model.measures + [.programmeCost, .discountedCost]).map(\.name)
  /// Levels of a range in a factorial design, unless it says otherwise.
  static let factorialLevels = 3
  /// Levels of the grid of Morris trajectories, unless the design says otherwise.
  static let morrisLevels = 4
  /// The lower quantile of a tornado, unless the design says otherwise.
  static let tornadoLow = 0.1

  private static let anything = Bounds(lower: -.infinity)
  private static let count = Shape.whole(2...1_000_000)

  /// The top of a design.
  static let root = Record(fields: [
    Field("name", .text, .required, "the name under which results are reported"),
    Field("description", .prose, "what the design is about"),
    Field(
      "scenarios", .list(of: .prose, atLeast: 1, atMost: 50, noun: "scenario files", singleAllowed: true), .required,
      "scenario files beside this one; the first is the baseline"),
    Field("set", .settings, "values laid over all scenarios, each by its dotted path"),
    Field(
      "measures", .list(of: .choice(measures), atLeast: 1, noun: "measures", singleAllowed: true),
      "what is reported; without it, the headline measures, programme_cost and discounted_cost"),
    Field(
      "method", .record(method), .required, "how points are chosen: \(listed(method.fields.map(\.key), last: "or"))"),
    Field(
      "resamples", .whole(100...1_000_000), .assumed(.whole(1000)), unit: "resamples",
      "resamples of the bootstrap of a sensitivity analysis"),
    Field(
      "variables", .list(of: .record(variable), atLeast: 1, atMost: 200, noun: "variables"), .required, "what varies"),
    Field("sources", .remark, "where the design's numbers come from"),
  ])

  /// The methods; exactly one is given.
  static let method = Record(fields: [
    Field(
      "factorial", .record(Record(fields: [Field("levels", .whole(2...1000), "of a range; without it, 3")])),
      "every combination"),
    Field("latin_hypercube", .record(Record(fields: [points])), "a Latin hypercube"),
    Field("sobol_sequence", .record(Record(fields: [points])), "the first points of a shifted Sobol' sequence"),
    Field(
      "morris",
      .record(
        Record(fields: [
          Field("trajectories", count, .required, "how many"),
          Field("levels", .whole(2...1000), "of the grid, an even number; without it, 4"),
        ])), "elementary effects"),
    Field("sobol_indices", .record(Record(fields: [points])), "first-order and total indices"),
    Field(
      "tornado",
      .record(
        Record(fields: [
          Field(
            "low", .number(Bounds(lower: 0, upper: 0.49, excludesLower: true)),
            "the lower quantile; the upper one is 1 - low; without it, 0.1")
        ])), "each variable by itself"),
  ]).ofOneKey

  /// The distributions of a variable; at most one is given.
  static let distributions = ["range", "values", "normal", "log_normal", "triangular", "log_uniform"]

  private static let points = Field("points", count, .required, unit: "points", "how many")

  private static let variable = Record(fields: [
    Field("path", .prose, .required, "the dotted path of the key that varies, as --set takes it"),
    Field("name", .text, "the name in results; without it, the path without 'parameters.'"),
    Field("range", pair, "any number between two, as likely as any other"),
    Field(
      "values", .list(of: .text, atLeast: 1, atMost: 200, noun: "values"), "one of some values, as likely as any other"),
    Field("normal", .record(record(("mean", anything), ("sd", .positive))), "normal"),
    Field("log_normal", .record(record(("median", .positive), ("log_sd", .positive))), "its logarithm is normal"),
    Field(
      "triangular", .record(record(("low", anything), ("mode", anything), ("high", anything))),
      "between two numbers, most likely at a third"),
    Field(
      "log_uniform", .list(of: .number(.positive), noun: "two numbers above 0"),
      "between two numbers; its logarithm is uniform"),
    Field("whole", .flag, "true: rounded to whole numbers"),
  ])

  private static func record(_ numbers: (key: String, bounds: Bounds)...) -> Record {
    Record(fields: numbers.map { Field($0.key, .number($0.bounds), .required, "a number of the distribution") })
  }
}
