import { expect, it, vi } from 'vitest'
import { below } from './figure'
import { figuresIn, tell } from './tell'

it('tells figures in a line of standard output, and leaves other lines out', () => {
  const write = vi.spyOn(console, 'log').mockImplementation(() => {})
  const figures = [below(17, 'frames', 16.7, 'ms')]
  tell(figures)
  const [line] = write.mock.lastCall as [string]
  write.mockRestore()
  expect(figuresIn(line)).toEqual(figures)
  expect(figuresIn('2026-01-01 I tensorflow/core: hello')).toEqual([])
})
