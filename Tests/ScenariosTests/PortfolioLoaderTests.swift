import Designs
import Foundation
import Households
import Scenarios
import Testing

/// Portfolios as they are read.
struct PortfolioLoaderTests {
  static let outcomes = ["headcount_ratio", "durable_exits"]

  private static func load(_ path: String, _ overrides: ScenarioOverride...) throws -> LoadedPortfolio {
    try PortfolioLoader.load(
      path: Fixtures.folder.appending(path: path).path, overrides: overrides, outcomes: outcomes)
  }

  @Test func readsEveryKey() throws {
    let loaded = try Self.load("portfolios/valid/every-key.yaml")
    let portfolio = loaded.portfolio
    #expect(portfolio.name == "Every key")
    #expect(portfolio.outcome == "headcount_ratio")
    #expect(portfolio.budget == 30_000_000)
    #expect(portfolio.worth == 250_000)
    #expect(portfolio.effort == SearchEffort(screened: 8, replications: 6, finalists: 2))
    #expect(loaded.scenario.scenario.years == 3)
    #expect(loaded.warnings.isEmpty)
    // In the order in which they enrol, whatever their order in the file; the least money first.
    #expect(portfolio.candidates.map(\.programme) == ["Organising", "Loans", "Cash", "Business"])
    let loans = portfolio.candidates[1]
    #expect(loans.priceYear == 2019)
    #expect(loans.choices.map(\.statedBudget) == [10, 10, 10, 20, 20, 20].map { $0 * 1_000_000 })
    #expect(loans.choices.prefix(3).map(\.area) == ["Kasur UC 2", "tehsil Chunian", "tehsil Kasur"])
    #expect(loans.choices[0].budget == 8_649_023)
    // Without budgets, the scenario's own.
    #expect(portfolio.candidates[2].choices.map(\.statedBudget) == [9_000_000])
  }

  @Test("a mix has only programmes with all that they need, and money within the budget")
  func mixes() throws {
    let loaded = try Self.load("portfolios/valid/every-key.yaml")
    #expect(loaded.mixes[0].choices == [0, 0, 0, 0])
    for mix in loaded.mixes {
      // Loans need members and a survey, businesses come after cash.
      #expect(mix.choices[1] == 0 || mix.choices[0] > 0)
      #expect(mix.choices[3] == 0 || mix.choices[2] > 0)
      #expect(mix.budget <= 30_000_004)
    }
    // Of 2 x 7 x 2 x 2 mixes, 8 x 3 have what they need; 20 million of loans exclude what costs more than 9.7 beside.
    #expect(loaded.mixes.count == 3 + 21 - 3)
  }

  @Test("the scenario of a mix has its programmes with their money and places, and no others")
  func scenarioOfMix() throws {
    let loaded = try Self.load("portfolios/valid/every-key.yaml")
    #expect(loaded.scenario(of: loaded.mixes[0]).programmes.isEmpty)
    let mix = try #require(loaded.mixes.first { $0.choices == [1, 2, 0, 0] })
    let scenario = loaded.scenario(of: mix)
    #expect(scenario.programmes.map(\.name) == ["Organising", "Loans"])
    #expect(scenario.programmes[0].totalBudget == 3_000_000)
    #expect(scenario.programmes[1].totalBudget == 10_000_000)
    #expect(scenario.programmes[1].area == Area(tehsil: "Chunian"))
    #expect(scenario.programmes[1].package == loaded.scenario.scenario.programmes[1].package)
    #expect(scenario.population == loaded.scenario.scenario.population)
    #expect(scenario.name == "mix \(mix.number)")
  }

  @Test("values of the command line win over those of the portfolio")
  func overrides() throws {
    let loaded = try Self.load(
      "portfolios/valid/every-key.yaml", ScenarioOverride(option: "--years", path: "years", value: "2"),
      ScenarioOverride(option: "--replications", path: "replications", value: "9"))
    #expect(loaded.scenario.scenario.years == 2)
    #expect(loaded.portfolio.effort.replications == 9)
  }

  @Test("a portfolio is the same when it is read from texts that were kept")
  func keptTexts() throws {
    let loaded = try Self.load("portfolios/valid/every-key.yaml")
    let again = try PortfolioLoader.load(
      path: "portfolio.yaml", kept: (loaded.source.text, loaded.scenario.sources), outcomes: Self.outcomes)
    #expect(again.portfolio == loaded.portfolio)
    #expect(again.mixes == loaded.mixes)
  }

  @Test("a budget of a candidate that pays for nobody is told of before anything runs")
  func budgetForNobody() throws {
    let loaded = try Self.load("portfolios/valid/every-key.yaml")
    let text = loaded.source.text.replacing("10_000_000", with: "10")
    let small = try PortfolioLoader.load(
      path: "portfolio.yaml", kept: (text, loaded.scenario.sources), outcomes: Self.outcomes)
    #expect(small.warnings.count == 1)
    let sentence = try #require(small.warnings.first?.sentence)
    #expect(sentence.contains("can reach nobody: ") && sentence.contains("more than this budget of PKR 10; was 10 "))
  }

  // MARK: - Broken ones

  /// Every broken portfolio has its full message beside it.
  static let broken: [String] = {
    let folder = Fixtures.folder.appending(path: "portfolios/broken").path
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return files.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted()
  }()

  @Test func coversManyMistakes() { #expect(Self.broken.count >= 3) }

  @Test(arguments: broken)
  func rendersTheFullMessage(name: String) throws {
    let path = Fixtures.folder.appending(path: "portfolios/broken/\(name).expected")
    #expect(Self.problems("portfolios/broken/\(name).yaml") == (try String(contentsOf: path, encoding: .utf8)))
  }

  private static func problems(_ path: String) -> String {
    do throws(ScenarioError) {
      _ = try PortfolioLoader.load(path: Fixtures.folder.appending(path: path).path, outcomes: outcomes)
      return "loaded"
    } catch {
      return Fixtures.relative(error.rendered(color: false))
    }
  }

  // MARK: - Shipped ones

  static let shipped: [String] = {
    let folder = Fixtures.scenarios.appending(path: "portfolios").path
    return ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).filter { $0.hasSuffix(".yaml") }
      .sorted()
  }()

  @Test func shippedPortfoliosAreAllHere() { #expect(Self.shipped == ["kasur-best-mix.yaml", "seher-best-mix.yaml"]) }

  @Test("all mixes of the shipped portfolios make scenarios", arguments: shipped)
  func shippedPortfolios(name: String) throws {
    let path = Fixtures.scenarios.appending(path: "portfolios/\(name)").path
    let loaded = try PortfolioLoader.load(path: path, outcomes: Self.outcomes)
    #expect(loaded.warnings.isEmpty)
    #expect(loaded.mixes.count > 20)
    let others = loaded.scenario.scenario.programmes.count - loaded.portfolio.candidates.count
    for mix in loaded.mixes {
      #expect(loaded.scenario(of: mix).programmes.count == others + mix.choices.count { $0 > 0 })
    }
  }
}
