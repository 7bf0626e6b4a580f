import Testing

@testable import Designs

@Suite("Mixes of a portfolio")
struct PortfolioMixesTests {
  private static func candidate(_ name: String, _ budgets: [Double], areas: [String] = [""]) -> PortfolioCandidate {
    PortfolioCandidate(
      programme: name, priceYear: 2016,
      choices: budgets.flatMap { budget in
        areas.map { PortfolioChoice(statedBudget: budget, priceLevel: 1, area: $0) }
      })
  }

  private static func portfolio(_ budget: Double, _ candidates: PortfolioCandidate...) -> Portfolio {
    Portfolio(name: "Trial", outcome: "durable_exits", budget: budget, candidates: candidates, effort: SearchEffort())
  }

  @Test("all mixes within the budget are listed, nothing first, then by their money")
  func list() throws {
    let portfolio = Self.portfolio(30, Self.candidate("A", [20, 10]), Self.candidate("B", [15], areas: ["y", "x"]))
    let mixes = try #require(portfolio.mixes())
    #expect(mixes.map(\.number) == Array(1...7))
    // A alone for 10; B in x, in y; A alone for 20; A for 10 with B in x, in y. A for 20 with B is beyond the budget.
    #expect(mixes.map(\.choices) == [[0, 0], [1, 0], [0, 1], [0, 2], [2, 0], [1, 1], [1, 2]])
    #expect(mixes.map(\.budget) == [0, 10, 15, 15, 20, 25, 25])
    #expect(portfolio.candidates[1].choice(1)?.area == "x")
    #expect(portfolio.candidates[1].choice(0) == nil)
  }

  @Test("as many mixes are found as by trying all combinations", arguments: [0.0, 7, 19, 40, 1000])
  func exhaustive(budget: Double) throws {
    let budgets: [[Double]] = [[1, 4, 9], [2, 3], [5, 6, 7, 8]]
    let portfolio = Self.portfolio(
      budget, Self.candidate("A", budgets[0]), Self.candidate("B", budgets[1]), Self.candidate("C", budgets[2]))
    var expected: Set<[Int]> = []
    for a in 0...3 {
      for b in 0...2 {
        for c in 0...4 {
          let money = ([0] + budgets[0])[a] + ([0] + budgets[1])[b] + ([0] + budgets[2])[c]
          // A rupee of rounding is allowed for each candidate.
          if money <= budget + 3 { expected.insert([a, b, c]) }
        }
      }
    }
    let mixes = try #require(portfolio.mixes())
    #expect(Set(mixes.map(\.choices)) == expected)
    #expect(mixes.count == expected.count)
  }

  @Test("mixes that lack what they need are left out, and numbers stay without gaps")
  func possible() throws {
    let portfolio = Self.portfolio(100, Self.candidate("A", [10]), Self.candidate("B", [20]))
    let mixes = try #require(portfolio.mixes { $0[1] == 0 || $0[0] > 0 })
    #expect(mixes.map(\.choices) == [[0, 0], [1, 0], [1, 1]])
    #expect(mixes.map(\.number) == [1, 2, 3])
  }

  @Test("more mixes than there is room for are refused, however many are beyond the budget")
  func limit() {
    let many = (0..<40).map { Self.candidate("\($0)", [1, 2, 3]) }
    let portfolio = Portfolio(
      name: "Many", outcome: "durable_exits", budget: 1000, candidates: many, effort: SearchEffort())
    #expect(portfolio.mixes() == nil)
    let two = Self.portfolio(100, Self.candidate("A", [10]), Self.candidate("B", [20]))
    #expect(two.mixes(limit: 3) == nil)
    #expect(two.mixes(limit: 4)?.count == 4)
  }

  @Test("money of other years is brought to 2015-16, in whole rupees")
  func prices() {
    let choice = PortfolioChoice(statedBudget: 10_000_000, priceLevel: 1.1562)
    #expect(choice.budget == 8_649_023)
    // 20 and 40 million of one year fill 60 million of it, whatever the rounding.
    let level = 1.3938
    let candidates = [20e6, 40e6].map { money in
      PortfolioCandidate(
        programme: "\(money)", priceYear: 2021, choices: [PortfolioChoice(statedBudget: money, priceLevel: level)])
    }
    let whole = Portfolio(
      name: "Trial", outcome: "", budget: (60e6 / level).rounded(), candidates: candidates, effort: SearchEffort())
    #expect(whole.mixes()?.count == 4)
  }

  @Test("budget steps are the sums of mixes, or tenths of the budget where those are many")
  func steps() throws {
    let few = Self.portfolio(30, Self.candidate("A", [20, 10]), Self.candidate("B", [15]))
    #expect(BudgetSteps(mixes: try #require(few.mixes()), budget: 30).limits == [10, 15, 20, 25])
    let many = Self.portfolio(95, Self.candidate("A", (1...12).map { Double($0) * 8 }))
    let steps = BudgetSteps(mixes: try #require(many.mixes()), budget: 95)
    #expect(steps.limits == [10, 19, 29, 38, 48, 57, 67, 76, 86, 96])
  }
}
