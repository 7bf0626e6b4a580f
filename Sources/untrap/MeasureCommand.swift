internal import ArgumentParser
internal import Reporting

/// `untrap measure`: poverty, inequality and deprivation in a survey, with standard errors.
struct MeasureCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "measure",
    abstract: "Measures poverty, inequality and deprivation in a survey, with standard errors.",
    discussion: """
      The file is a survey, as for --survey, or households.csv of a run with --microdata. A survey may have the columns \
      psu (the primary sampling unit: the village or block that was drawn) and stratum; standard errors come from the \
      differences between units within strata. Without stratum, provinces by region are the strata. In households.csv \
      units are settlements, strata the places of the scenario, and each run and quarter is measured by itself.

      Indicators of a survey: consumption, schooling, literacy, sanitation, crowding, work, and land. Of households.csv: \
      economic, social, political, and consumption, literacy, skill, work.

      Examples:
        untrap measure my-survey.csv
        untrap measure my-survey.csv --line 3758 --by province,region --bootstrap 500
        untrap measure my-survey.csv --indicators consumption:2,schooling,sanitation --cutoff 0.5 --out measures
        untrap measure results/households.csv --by settlement_type
      """)

  @Argument(help: ArgumentHelp("Survey, CSV, or households.csv of a run.", valueName: "file"), completion: .tables)
  var file: String

  @Option(
    help: ArgumentHelp(
      """
      Poverty line, PKR a month per adult equivalent, in the prices of the survey (default: 3250.28, the official line \
      of 2015-16, Planning Commission of Pakistan).
      """))
  var line: Double?

  @Option(
    help: ArgumentHelp("Columns of the file by which households are grouped.", valueName: "column,..."),
    transform: ColumnList.init)
  var by: ColumnList?

  @Option(
    help: ArgumentHelp(
      "Indicators of deprivation, each with its weight unless that is 1 (default: all but land, or the three dimensions).",
      valueName: "indicator:weight,..."),
    transform: IndicatorList.init)
  var indicators: IndicatorList?

  @Option(
    help: ArgumentHelp(
      """
      Share of weights from which a household is deprived in enough indicators (default: one third of a survey's, half \
      of the three dimensions).
      """, valueName: "share"))
  var cutoff: Double?

  @Option(help: ArgumentHelp("Resamples for errors by the bootstrap, beside the others.", valueName: "resamples"))
  var bootstrap: Int?

  @Option(help: "Seed of the bootstrap.")
  var seed = 1

  @Option(
    help: ArgumentHelp(
      "Directory for measures.csv and its record; without it nothing is written.", valueName: "directory"),
    completion: .directory)
  var out: String?

  @Flag(help: "Replace earlier results.")
  var force = false

  @Flag(help: "Print errors only.")
  var quiet = false

  func validate() throws {
    if let line, !(line > 0 && line.isFinite) { throw ValidationError("--line \(line): a poverty line is above 0") }
    if let cutoff, !(cutoff > 0 && cutoff <= 1) {
      throw ValidationError("--cutoff \(cutoff): a share of weights is above 0 and at most 1")
    }
    if let bootstrap, !(2...100_000).contains(bootstrap) {
      throw ValidationError("--bootstrap \(bootstrap): use 2 to 100000 resamples")
    }
    if seed < 0 { throw ValidationError("--seed \(seed): a seed is at least 0") }
    if let out, out.isEmpty { throw ValidationError("--out: name a directory") }
  }

  func run() throws {
    try Measurement(call: self, console: Console(isQuiet: quiet)).run()
  }
}
