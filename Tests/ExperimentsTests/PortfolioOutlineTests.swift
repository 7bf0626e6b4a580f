import Designs
import Testing

@testable import Experiments

@Suite("Outline of a search")
struct PortfolioOutlineTests {
  @Test("no search is larger than its outline", arguments: [3, 8, 16, 24], [false, true])
  func bounds(screened: Int, isScreened: Bool) throws {
    let planted = PlantedPortfolio(effort: SearchEffort(screened: screened, replications: 20, finalists: 3))
    let sink = RecordingPortfolioSink()
    let world = PlantedSimulator(own: 1) { money in money.values.reduce(0, +) / 5 }
    let findings = try planted.search(screen: isScreened ? world : nil, engine: world).run(into: sink)
    let outline = PortfolioOutline(planted.plan, isScreened: isScreened)
    #expect(sink.batches.reduce(0) { $0 + $1.evaluations.count } <= outline.mostRuns)
    #expect(sink.batches.count <= outline.replications)
    #expect(findings.comparison.standings.count <= outline.finalMixes)
    #expect(findings.schedule.runs <= outline.schedule.runs)
    if !isScreened { #expect(outline.schedule == findings.schedule) }
  }

  @Test("fewer mixes in fewer rounds can make more runs")
  func peak() {
    // From 8 to 14 mixes; 14 in three rounds make 15 x 5 + 8 x 10 + 5 x 20 = 255 runs.
    let effort = SearchEffort(screened: 8, replications: 40, finalists: 3)
    let plan = PlantedPortfolio(effort: effort).plan
    let outline = PortfolioOutline(plan, isScreened: true)
    let possible = (8...8 + plan.steps.limits.count).map { HalvingSchedule(mixes: $0, effort: effort) }
    #expect(possible.map(\.runs).last == 255)
    // 12 in two: 13 x 10 + 7 x 20.
    #expect(outline.schedule.runs == 270)
    #expect(outline.replications == possible.map { $0.finalReplications.upperBound - 1 }.max())
  }
}
