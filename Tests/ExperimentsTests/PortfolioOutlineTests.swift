import Designs
import Testing

@testable import Experiments

@Suite("Outline of a search")
struct PortfolioOutlineTests {
  @Test("no search is larger than its outline", arguments: [3, 8, 16, 24, 1000])
  func bounds(screened: Int) throws {
    let planted = PlantedPortfolio(effort: SearchEffort(screened: screened, replications: 20, finalists: 3))
    let sink = RecordingPortfolioSink()
    let world = PlantedSimulator(own: 1) { money in money.values.reduce(0, +) / 5 }
    let findings = try planted.search(engine: world, into: sink.take)
    let outline = PortfolioOutline(planted.plan)
    #expect(outline.schedule == findings.schedule)
    #expect(sink.batches.reduce(0) { $0 + $1.evaluations.count } <= outline.mostRuns)
    #expect(sink.batches.count == outline.schedule.finalReplications.upperBound - 1)
    for batch in sink.batches {
      #expect(batch.evaluations.count <= (outline.mixes + [outline.finalMixes])[batch.stage - 1])
    }
  }
}
