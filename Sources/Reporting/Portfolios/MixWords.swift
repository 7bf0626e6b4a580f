internal import Designs
internal import Notation

/// Mixes and sums of money as a person reads them.
enum MixWords {
  /// PKR in millions.
  static func millions(_ pkr: Double) -> String { ReadableNumber.text(pkr * 1e-6, decimals: 2) }

  /// What is chosen: `Interest-free loans 20.00 (tehsil Kasur), Village works 4.00`, in millions of PKR of 2015-16.
  static func choices(_ mix: Mix, _ portfolio: Portfolio) -> String {
    let words = zip(portfolio.candidates, mix.choices).compactMap { candidate, number in
      candidate.choice(number).map { choice in
        "\(candidate.programme) \(millions(choice.budget))" + (choice.area.isEmpty ? "" : " (\(choice.area))")
      }
    }
    return words.isEmpty ? "nothing" : words.joined(separator: ", ")
  }
}
