/**
 * The tiles `first` to before `first + count` in the order of the document. Whatever `first` is, tiles that share a rest
 * after division by `count` stand at the same place, so that one which comes takes over the elements of one that left
 * and nothing is moved: moving an element makes the browser lay out all that is in it.
 *
 * @param foremost a tile whose place is at the front; `first` puts them in the order of the screen.
 */
export const tilesInOrder = (first: number, count: number, foremost: number): readonly number[] =>
  Array.from({ length: count }, (_, at) => {
    const place = (foremost + at - first) % count
    return first + (place < 0 ? place + count : place)
  })
