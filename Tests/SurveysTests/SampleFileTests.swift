import Foundation
import Households
import Randomness
import Statistics
import Testing

@testable import Surveys

extension SampleFile {
  init(path: String, labels: [String]) throws(SurveyError) {
    try self.init(try SurveyFile.contents(path: path), path: path, labels: labels)
  }
}

@Suite("Files that are measured")
struct SampleFileTests {
  private static let folder = SurveyFileTests.folder.appending(path: "measured")

  private func file(_ name: String, by labels: [String] = []) throws -> SampleFile {
    try SampleFile(path: Self.folder.appending(path: name).path, labels: labels)
  }

  private func problems(_ name: String, by labels: [String] = []) -> String {
    do throws(SurveyError) {
      _ = try SampleFile(path: Self.folder.appending(path: name).path, labels: labels)
      return ""
    } catch {
      return error.rendered(color: false).replacing(Self.folder.path + "/", with: "")
    }
  }

  @Test("a survey tells units, strata, welfare over the line and deprivations, by welfare")
  func survey() throws {
    let file = try file("survey.csv", by: ["zone", "province"])
    #expect(file.form == .survey(hasUnits: true, hasStrata: true, hasWeights: true))
    #expect(file.indicators.map(\.name) == ["consumption", "schooling", "literacy", "sanitation", "crowding", "work"])
    let rule = DeprivationRule(weights: file.indicators.map { _ in 1 }, cutoff: 1.0 / 3)
    let samples = file.samples(line: 2000, indicators: file.indicators, rule: rule)
    let sample = try #require(samples.first)
    #expect(samples.count == 1 && sample.run == nil)
    // Per adult equivalent: 500, 1000, 2000, 2000, 4000; the first has weight 0 and stays in the design.
    #expect(sample.sample.welfareRatios == [0.25, 0.5, 1, 1, 2])
    #expect(sample.sample.design.weights == [0, 2, 1, 1, 2])
    #expect(sample.sample.design.persons == [3, 5, 2, 1, 4])
    #expect(sample.sample.design.weightlessCount == 1)
    // The unit a of the north is not that of the south.
    #expect(sample.sample.design.unitCount == 4 && sample.sample.design.stratumCount == 2)
    #expect(sample.sample.deprivations?.bits == [0b000001, 0b011011, 0, 0b000100, 0b100100])
    #expect(sample.groupings.map(\.column) == ["zone", "province"])
    #expect(sample.groupings.map(\.levels) == [["hills", "none", "plain"], ["KP", "Punjab"]])
    #expect(sample.groupings[0].partition.levelOfRow == [2, 0, 2, 2, 1])
  }

  @Test("a value of a column that only households of weight 0 have is no group")
  func groupWithoutWeight() throws {
    // The unit c is that of the household of weight 0 alone.
    let file = try file("survey.csv", by: ["psu"])
    let rule = DeprivationRule(weights: [1], cutoff: 1)
    let sample = try #require(file.samples(line: 2000, indicators: [file.indicators[0]], rule: rule).first)
    #expect(sample.groupings[0].levels == ["a", "b"])
    #expect(sample.groupings[0].partition.levelOfRow == [nil, 0, 1, 0, 0])
  }

  @Test("a household that comes twice by its id is refused with both lines")
  func sameHousehold() throws {
    let path = SurveyFileTests.folder.appending(path: "broken/same-household.csv").path
    #expect(throws: SurveyError.self) { try SampleFile(path: path, labels: []) }
    do throws(SurveyError) {
      _ = try SampleFile(path: path, labels: ["id"])
    } catch {
      #expect(error.diagnostics.map(\.line) == [4, 5, 6])
      #expect(error.diagnostics.first?.problem == .repeated("A-1", firstLine: 2))
    }
  }

  @Test("a column whose name a spreadsheet would take for a formula makes no groups")
  func formulaLabel() {
    #expect(
      problems("formula-column.csv", by: ["=c"])
        == "formula-column.csv:1: error: =c: found '=c', which a spreadsheet would take for a formula; "
        + "begin a word with a letter or a digit\n")
    #expect(problems("formula-column.csv") == "")
  }

  @Test("some indicators in another order have the bits of that order")
  func chosenIndicators() throws {
    let file = try file("survey.csv")
    let chosen = ["sanitation", "consumption"].compactMap { name in file.indicators.first { $0.name == name } }
    let samples = file.samples(
      line: 3000, indicators: chosen, rule: DeprivationRule(weights: [1, 1], cutoff: 1))
    #expect(samples[0].sample.deprivations?.bits == [0b10, 0b11, 0b10, 0b10, 0])
  }

  @Test("without their columns each household is a unit, and provinces by region are the strata")
  func withoutDesign() throws {
    let path = SurveyFileTests.folder.appending(path: "valid/minimal.csv").path
    let file = try SampleFile(path: path, labels: [])
    #expect(file.form == .survey(hasUnits: false, hasStrata: false, hasWeights: false))
    #expect(!file.indicators.map(\.name).contains("schooling"))
    let rows = try SurveyFile.read(path: path)
    let rule = DeprivationRule(weights: [1], cutoff: 1)
    let design = file.samples(line: 1, indicators: [file.indicators[0]], rule: rule)[0].sample.design
    #expect(design.unitCount == rows.count)
    #expect(design.stratumCount == Set(rows.map(\.stratum)).count)
  }

  @Test("the microdata of a run are known by their header, and each quarter is measured by itself")
  func microdata() throws {
    let file = try file("households.csv", by: ["programmes"])
    #expect(file.form == .microdata)
    #expect(file.indicators.filter(\.isUsual).map(\.name) == ["economic", "social", "political"])
    let indicators = file.indicators
    let rule = DeprivationRule(weights: indicators.map { _ in 1 }, cutoff: 0.5)
    let samples = file.samples(line: 1, indicators: indicators, rule: rule)
    #expect(samples.map(\.run?.quarter) == [0, 4])
    #expect(samples.map(\.sample.welfareRatios) == [[0.5, 1.5], [0.25, 0.75]])
    #expect(samples[0].sample.design.unitCount == 2 && samples[0].sample.design.stratumCount == 1)
    // Consumption, economic, social, political, literacy, skill, work: the lowest bit first.
    #expect(samples[0].sample.deprivations?.bits == [0b1111111, 0])
    #expect(samples[1].sample.deprivations?.bits == [0b1111111, 0b0000011])
    #expect(samples[0].groupings[0].levels == ["Cash", "none"])
  }

  @Test("all that is wrong is told with its line")
  func broken() {
    #expect(
      problems("broken.csv", by: ["distrct"]) == """
        broken.csv:1: error: skill: this column is missing: level of skill
          is it called 'skil' here?
        broken.csv:1: error: distrct: this column is missing: households are to be grouped by it

        """)
    #expect(
      problems("cells.csv") == """
        cells.csv:2: error: weight: found '-1'; expected a number of at least 0
        cells.csv:3: error: settlement_type: found 'city'; expected rural or urban
        cells.csv:3: error: head_literate: found '2'; expected 0 or 1
        cells.csv:3: error: welfare: the cell is empty; a column that is there has a value in every row

        """)
    #expect(problems("nowhere.csv") == "nowhere.csv: error: cannot be read: no such file\n")
    #expect(
      problems("survey.csv", by: ["livestock"])
        == "survey.csv:1: error: livestock: this column is missing: households are to be grouped by it\n")
  }

  @Test(
    "the real survey: what is known of it, and errors that agree with the bootstrap",
    .enabled(if: SurveyFileTests.hasSurvey, SurveyFileTests.surveyReason))
  func realSurvey() throws {
    let resamples = 100
    let file = try SampleFile(path: SurveyFileTests.hies, labels: ["region"])
    let usual = file.indicators.filter(\.isUsual)
    let rule = DeprivationRule(weights: usual.map { _ in 1 }, cutoff: 1.0 / 3)
    let sample = file.samples(line: 3250.28, indicators: usual, rule: rule)[0]
    let design = sample.sample.design
    #expect(design.unitCount == 1605 && design.stratumCount == 8)
    let analysis = SurveyAnalysis(
      sample: sample.sample,
      measures: SurveyMeasure.ofWelfare + SurveyMeasure.ofDeprivation(indicatorCount: usual.count),
      partitions: [sample.groupings[0].partition])
    let bootstrap = RescaledBootstrap(
      design: design, resamples: resamples, stream: RandomStream(seed: 1, replication: 0))
    let findings = analysis.findings(bootstrap: bootstrap)
    // Headcounts as its dictionary has them, in percent: all, rural, urban.
    let headcounts = findings.filter { $0.measure == .fosterGreerThorbecke(order: 0) }.compactMap(\.estimate)
    for (estimate, known) in zip(headcounts, [46.5, 60.3, 22.4]) {
      #expect((100 * estimate.value - known).magnitude <= 0.05)
      #expect((2...10).contains(estimate.designEffect))
    }
    let gini = findings.first { $0.measure == .gini }?.estimate
    #expect(((gini?.value ?? .nan) - 0.33).magnitude < 0.005)
    for finding in findings {
      guard let estimate = finding.estimate else { continue }
      let ratio = finding.bootstrapError / estimate.standardError
      // A standard deviation of normal values has the relative error 1 / sqrt(2 resamples).
      #expect((ratio - 1).magnitude < 4 / Double(2 * resamples).squareRoot(), "\(finding.measure): \(ratio)")
    }
  }
}
