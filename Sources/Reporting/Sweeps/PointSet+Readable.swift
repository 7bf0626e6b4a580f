internal import Designs
internal import Notation

extension PointSet {
  /// The value of a variable as a person reads it: four digits are enough to find the point in design.csv.
  func readable(point: Int, variable: Int) -> String {
    let text = text(point: point, variable: variable)
    guard let number = number(point: point, variable: variable), number != number.rounded() else { return text }
    var decimals = 3
    var size = abs(number)
    while size < 1, decimals < 9 {
      size *= 10
      decimals += 1
    }
    return ReadableNumber.text(number, decimals: decimals)
  }
}
