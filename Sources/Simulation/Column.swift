/// One state variable of all entities, stored contiguously and outside Swift's array semantics, so that blocks can be
/// changed on several cores at once.
///
/// Keep a reference to the column for as long as its elements are used: the memory goes with it.
/// Two threads must not touch the same element at the same time; the schedule gives every block to one worker only.
public final class Column<Element: BitwiseCopyable>: @unchecked Sendable {
  /// The elements.
  public let elements: UnsafeMutableBufferPointer<Element>

  /// Creates a column in which every element has one value.
  /// - Parameters:
  ///   - value: the value of every element.
  ///   - count: number of entities.
  public init(repeating value: Element, count: Int) {
    elements = .allocate(capacity: count)
    elements.initialize(repeating: value)
  }

  deinit { elements.deallocate() }

  /// Number of entities.
  public var count: Int { elements.count }

  /// The element of one entity.
  @inlinable
  public subscript(index: Int) -> Element {
    get { elements[index] }
    set { elements[index] = newValue }
  }

  /// The elements of a block, indexed from zero.
  /// - Parameter range: the entities of the block.
  @inlinable
  public subscript(range: Range<Int>) -> UnsafeMutableBufferPointer<Element> {
    UnsafeMutableBufferPointer(rebasing: elements[range])
  }
}

/// A column of any element type, as far as copying whole states needs it.
public protocol AnyColumn: AnyObject, Sendable {
  /// Bytes that one entity takes.
  var bytesPerEntity: Int { get }
  /// Overwrites every element with those of another column of the same type and count.
  func copy(from other: any AnyColumn)
  /// Marks the entities whose elements differ in any bit from those of another column of the same type and count.
  /// - Parameters:
  ///   - other: a column of the same element type and count.
  ///   - marks: one for each entity; set to true where the elements differ, left alone elsewhere.
  func markDifferences(from other: any AnyColumn, in marks: inout [Bool])
}

extension Column: AnyColumn {
  /// Bytes that one entity takes.
  public var bytesPerEntity: Int { MemoryLayout<Element>.stride }

  /// Overwrites every element with those of another column of the same type and count.
  /// - Parameter other: a column of the same element type and count.
  public func copy(from other: any AnyColumn) {
    guard let source = other as? Column<Element>, source.count == count else {
      preconditionFailure("columns of different type or length cannot be copied")
    }
    _ = elements.update(fromContentsOf: source.elements)
  }
  /// Marks the entities whose elements differ in any bit from those of another column of the same type and count.
  /// - Parameters:
  ///   - other: a column of the same element type and count.
  ///   - marks: one for each entity; set to true where the elements differ, left alone elsewhere.
  /// - Complexity: O(count).
  public func markDifferences(from other: any AnyColumn, in marks: inout [Bool]) {
    guard let other = other as? Column<Element>, other.count == count, marks.count == count else {
      preconditionFailure("columns of different type or length cannot be compared")
    }
    let size = MemoryLayout<Element>.stride
    let (left, right) = (UnsafeRawBufferPointer(elements), UnsafeRawBufferPointer(other.elements))
    for index in 0..<count {
      let bytes = index * size..<(index + 1) * size
      if !left[bytes].elementsEqual(right[bytes]) { marks[index] = true }
    }
  }
}
