import Simulation
import Testing

@Suite struct ColumnTests {
  @Test("holds a value for every entity, and blocks are windows on it")
  func windows() {
    let column = Column<Int32>(repeating: 7, count: 10)
    #expect(column.count == 10)
    #expect(column.values.allSatisfy { $0 == 7 })
    column[3] = 1
    let window = column[3..<6]
    window[2] = 2
    #expect(column.values == [7, 7, 7, 1, 7, 2, 7, 7, 7, 7])
  }

  @Test("a copy has memory of its own")
  func copying() {
    let source = Column<Double>(repeating: 1.5, count: 4)
    let copy = Column<Double>(repeating: 0, count: 4)
    copy.copy(from: source)
    source[0] = 9
    #expect(copy.values == [1.5, 1.5, 1.5, 1.5])
    #expect(copy.bytesPerEntity == 8)
  }
}
