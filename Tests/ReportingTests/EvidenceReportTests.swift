import Foundation
import Testing

@testable import Experiments
@testable import Households
@testable import Reporting

@Suite("The model beside published figures")
struct EvidenceReportTests {
  private static let findings = EvidenceFindings(
    figures: [
      PublishedFigure(
        id: "C1a", quantity: "always poor", unit: .share, value: 0.03, standardError: 0.006, role: .calibration,
        source: "Somebody, 2014"),
      PublishedFigure(
        id: "H6a", quantity: "consumption", unit: .percent, value: .nan, standardError: .nan, role: .validation,
        source: "Somebody else"),
    ],
    theories: [
      TheoryFindings(
        regime: .convergence,
        simulated: [
          SimulatedFigure(mean: 0.05, standardError: 0.008), SimulatedFigure(mean: 1.25, standardError: 0.5),
        ])
    ])

  @Test("figures, a verdict and the sources are printed")
  func report() {
    let text = EvidenceReport(Self.findings, subject: "2 replications", isColored: false).text
    let lines = text.split(separator: "\n").map { $0.split(separator: " ").joined(separator: " ") }
    #expect(lines.first == "The model beside published figures, 2 replications")
    #expect(lines.contains("row quantity published error convergence error z"))
    #expect(lines.contains("C1a always poor 0.030 0.006 0.050 0.008 +2.0"))
    #expect(lines.contains("H6a consumption, % * - - 1.3 0.5 -"))
    #expect(lines.contains("convergence 1 4.0 2.0 C1a"))
    #expect(lines.contains("C1a Somebody, 2014"))
  }

  @Test("the file has a row for each figure, with empty cells for theories that were not run")
  func file() {
    let contents = EvidenceFile.contents(of: Self.findings)
    let lines = String(decoding: contents, as: UTF8.self).split(separator: "\n")
    #expect(lines.count == 3)
    #expect(
      lines[0]
        == "id,role,quantity,published,published_se,threshold,threshold_se,threshold_z,convergence,convergence_se,"
        + "convergence_z,clubs,clubs_se,clubs_z,unit,source")
    #expect(lines[1].hasPrefix("C1a,calibration,always poor,0.03,0.006,,,,0.05,0.008,2"))
    #expect(lines[1].hasSuffix(",,,,share,\"Somebody, 2014\""))
    #expect(lines[2] == "H6a,validation,consumption,,,,,,1.25,0.5,,,,,percent,Somebody else")
    #expect(EvidenceFile.isEvidence(contents))
    #expect(!EvidenceFile.isEvidence(Data("id,role\n".utf8)))
  }
}
