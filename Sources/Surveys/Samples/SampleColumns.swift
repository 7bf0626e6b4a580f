/// The columns of files that are measured.
enum SampleColumns {
  /// What tells how a survey was drawn, beside the columns that are read for simulations.
  static let design: [SurveyColumn] = [
    SurveyColumn(
      name: "psu", kind: .text, meaning: "primary sampling unit: the village or block that was drawn", isRequired: false
    ),
    SurveyColumn(name: "stratum", kind: .text, meaning: "stratum in which units were drawn", isRequired: false),
  ]

  /// What is read of the microdata of a run, in the order of `SurveyCells.simulatedHousehold(labels:)`.
  static let microdata: [SurveyColumn] = [
    required("scenario", .text, "the scenario"),
    required("replication", .whole(atLeast: 1), "the replication"),
    required("quarter", .whole(atLeast: 0), "quarters since the start"),
    required("weight", .real(atLeast: 0, isExclusive: false), "households it stands for"),
    required("district", .text, "the district"),
    required("tehsil", .text, "the tehsil"),
    required("settlement", .whole(atLeast: 0), "the village or mohalla"),
    required("settlement_type", .word(["rural", "urban"]), "rural or urban"),
    required("persons", .whole(atLeast: 1), "members of the household"),
    required("workers", .whole(atLeast: 0), "members who work"),
    required("head_literate", .flag, "1 if the head reads"),
    required("welfare", .real(atLeast: 0, isExclusive: false), "consumption over need"),
    required("E", .whole(atLeast: 0), "economic level"),
    required("S", .whole(atLeast: 0), "social level"),
    required("P", .whole(atLeast: 0), "political level"),
    required("skill", .whole(atLeast: 0), "level of skill"),
  ]

  /// The columns by which a header is known to be that of microdata; no survey has all of them.
  static let microdataMarks = ["scenario", "replication", "quarter", "settlement", "welfare"]

  /// Columns with those that labels are read from, which then have to be there.
  static func withLabels(_ labels: [String], _ columns: [SurveyColumn]) -> [SurveyColumn] {
    let meaning = "households are to be grouped by it"
    return columns.map { column in
      guard labels.contains(column.name), !column.isRequired else { return column }
      return SurveyColumn(
        name: column.name, kind: column.kind, meaning: meaning, isRequired: true, isUnique: column.isUnique)
    } + labels.filter { label in !columns.contains { $0.name == label } }.map { required($0, .text, meaning) }
  }

  private static func required(_ name: String, _ kind: SurveyColumn.Kind, _ meaning: String) -> SurveyColumn {
    SurveyColumn(name: name, kind: kind, meaning: meaning, isRequired: true)
  }
}
