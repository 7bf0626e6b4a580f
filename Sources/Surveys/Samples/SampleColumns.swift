/// The columns of files that are measured.
enum SampleColumns {
  /// What tells how a survey was drawn, beside the columns that are read for simulations.
  static let design: [SurveyColumn] = [
    SurveyColumn("psu", .text, "primary sampling unit: the village or block that was drawn", isRequired: false),
    SurveyColumn("stratum", .text, "stratum in which units were drawn", isRequired: false),
  ]

  /// What is read of the microdata of a run, in the order of `SurveyCells.simulatedHousehold(labels:)`.
  static let microdata: [SurveyColumn] = [
    SurveyColumn("scenario", .text, "the scenario"),
    SurveyColumn("replication", .whole(atLeast: 1), "the replication"),
    SurveyColumn("quarter", .whole(atLeast: 0), "quarters since the start"),
    SurveyColumn("weight", .real(atLeast: 0, isExclusive: false), "households it stands for"),
    SurveyColumn("district", .text, "the district"),
    SurveyColumn("tehsil", .text, "the tehsil"),
    SurveyColumn("settlement", .whole(atLeast: 0), "the village or mohalla"),
    SurveyColumn("settlement_type", .word(["rural", "urban"]), "rural or urban"),
    SurveyColumn("persons", .whole(atLeast: 1), "members of the household"),
    SurveyColumn("workers", .whole(atLeast: 0), "members who work"),
    SurveyColumn("head_literate", .flag, "1 if the head reads"),
    SurveyColumn("welfare", .real(atLeast: 0, isExclusive: false), "consumption over need"),
    SurveyColumn("E", .whole(atLeast: 0), "economic level"),
    SurveyColumn("S", .whole(atLeast: 0), "social level"),
    SurveyColumn("P", .whole(atLeast: 0), "political level"),
    SurveyColumn("skill", .whole(atLeast: 0), "level of skill"),
  ]

  /// The columns by which a header is known to be that of microdata; no survey has all of them.
  static let microdataMarks = ["scenario", "replication", "quarter", "settlement", "welfare"]

  /// Columns with those that labels are read from, which then have to be there.
  static func withLabels(_ labels: [String], _ columns: [SurveyColumn]) -> [SurveyColumn] {
    let meaning = "households are to be grouped by it"
    return columns.map { column in
      guard labels.contains(column.name), !column.isRequired else { return column }
      return SurveyColumn(column.name, column.kind, meaning, isUnique: column.isUnique)
    } + labels.filter { label in !columns.contains { $0.name == label } }.map { SurveyColumn($0, .text, meaning) }
  }
}
