public import Statistics

/// A file of households to be measured: a survey, or the microdata that a run has written.
///
/// A survey has the columns of `SurveyFile` and may have `psu`, the primary sampling unit, and `stratum`. Without `psu`
/// every household is its own unit; without `stratum` the province and the region are the strata. The microdata
/// `households.csv` is known by its header: units are the settlements, strata the places of the scenario.
public struct SampleFile: Sendable {
  /// What kinds of files there are.
  public enum Form: Hashable, Sendable {
    /// A survey, and which of the columns that tell how it was drawn it has.
    case survey(hasUnits: Bool, hasStrata: Bool, hasWeights: Bool)
    /// Simulated households, whose welfare is over the poverty line already.
    case microdata
  }

  /// What kind of file it is.
  public let form: Form
  /// What it tells of deprivations.
  public let indicators: [SampleIndicator]
  private let rows: [SampleRow]
  private let labels: [String]

  /// Reads a file from its bytes.
  /// - Parameters:
  ///   - contents: its bytes.
  ///   - path: the file, for messages.
  ///   - labels: columns by which households will be grouped; an empty cell is the group `none`.
  /// - Throws: `SurveyError` with the problems of all rows, of which the first 20 are kept.
  public init(_ contents: [UInt8], path: String, labels: [String]) throws(SurveyError) {
    let text = try SurveyFile.text(contents, path: path)
    let isMicrodata = Self.isMicrodata(text)
    let fixed = isMicrodata ? SampleColumns.microdata : SurveyColumns.all + SampleColumns.design
    var reader = RowReader(file: path, columns: SampleColumns.withLabels(labels, fixed)) { cells in
      isMicrodata ? cells.simulatedHousehold(labels: labels) : cells.surveyedHousehold(labels: labels)
    }
    reader.read(text)
    reader.requireWeight(\.weight)
    if let error = reader.error { throw error }
    let names = reader.header
    form =
      isMicrodata
      ? .microdata
      : .survey(
        hasUnits: names.contains("psu"), hasStrata: names.contains("stratum"), hasWeights: names.contains("weight"))
    all = isMicrodata ? MicrodataIndicators.all : SurveyIndicators.all
    indicators = all.filter { $0.columns.allSatisfy(names.contains) }
    rows = reader.rows
    self.labels = labels
  }

  /// The indicators of the form, whether the file has their columns or not; bits are in this order.
  private let all: [SampleIndicator]

  private static func isMicrodata(_ text: String) -> Bool {
    let names = text.prefix { !$0.isNewline }.split(separator: ",").map { name in
      name.filter { $0 != "\"" && $0 != " " }
    }
    return SampleColumns.microdataMarks.allSatisfy(names.contains)
  }

  // MARK: - What is measured

  /// The households that are measured together: those of a survey, or those of each run and quarter.
  ///
  /// Households of weight 0 are measured in nothing, but belong to the design: they were drawn. A run and quarter of which
  /// no household has weight is left out.
  /// - Parameters:
  ///   - line: the poverty line, PKR a month per adult equivalent; 1 for microdata.
  ///   - indicators: indicators of this file.
  ///   - rule: their weights and cut-off.
  /// - Returns: the samples, in the order in which their first households stand in the file.
  /// - Precondition: The rule has as many weights as there are indicators.
  public func samples(line: Double, indicators: [SampleIndicator], rule: DeprivationRule) -> [MeasurableSample] {
    var indices: [SampleRun?: Int] = [:]
    var groups: [[SampleRow]] = []
    for row in rows {
      let index = indices[row.run, default: groups.count]
      if index == groups.count {
        indices[row.run] = index
        groups.append([])
      }
      groups[index].append(row)
    }
    let places = indicators.compactMap { all.firstIndex(of: $0) }
    return groups.filter { $0.contains { $0.weight > 0 } }.map {
      sample(of: $0, line: line, places: places, rule: rule)
    }
  }

  private func sample(of rows: [SampleRow], line: Double, places: [Int], rule: DeprivationRule) -> MeasurableSample {
    // By welfare, as what ranks households needs; the order in the file decides between equals.
    let order = rows.indices.sorted { (rows[$0].welfare, $0) < (rows[$1].welfare, $1) }
    let sorted = order.map { rows[$0] }
    let ratios = sorted.map { $0.welfare / line }
    let bits = zip(sorted, ratios).map { row, ratio in
      let isPoor = PovertyLine.isPoor(welfareRatio: ratio)
      return SampleBits.joined(places.map { $0 == 0 ? isPoor : row.deprivations >> UInt64($0) & 1 == 1 })
    }
    let design = SurveyDesign(
      strata: sorted.map(\.stratum), primarySamplingUnits: sorted.map(\.unit), weights: sorted.map(\.weight),
      persons: sorted.map(\.persons))
    return MeasurableSample(
      run: rows.first?.run,
      sample: SurveySample(
        design: design, welfareRatios: ratios, deprivations: SurveyDeprivations(rule: rule, bits: bits)),
      groupings: labels.enumerated().map { index, column in
        grouping(column, sorted.map { (label: $0.labels[index], hasWeight: $0.weight > 0) })
      })
  }

  /// The levels are those of households with weight.
  private func grouping(_ column: String, _ cells: [(label: String, hasWeight: Bool)]) -> MeasurableSample.Grouping {
    let labels = cells.map { $0.label.isEmpty ? "none" : $0.label }
    let levels = Set(zip(labels, cells).filter { $1.hasWeight }.map { $0.0 }).sorted()
    let indices = Dictionary(uniqueKeysWithValues: levels.enumerated().map { ($1, $0) })
    return MeasurableSample.Grouping(
      column: column, levels: levels,
      partition: SurveyPartition(levelOfRow: labels.map { indices[$0] }, levelCount: levels.count))
  }
}
