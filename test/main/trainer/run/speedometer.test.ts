import { describe, expect, it } from 'vitest'
import { createSpeedometer } from '../../../../main/trainer/run/speedometer'

describe('the speedometer', () => {
  it('says nothing before two updates, then the speed so far', () => {
    const speedometer = createSpeedometer()
    expect(speedometer.perSecond()).toBe(0)
    speedometer.count(500, 1)
    expect(speedometer.perSecond()).toBe(0)
    speedometer.count(550, 1)
    expect(speedometer.perSecond()).toBeCloseTo(20, 9)
  })

  it('follows a change of speed within a second or two', () => {
    const speedometer = createSpeedometer()
    for (let now = 0; now <= 3000; now += 50) speedometer.count(now, 1)
    expect(speedometer.perSecond()).toBeCloseTo(20, 9)
    for (let now = 3010; now <= 5010; now += 10) speedometer.count(now, 1)
    expect(speedometer.perSecond()).toBeGreaterThan(90)
  })

  it('counts updates that were made in one call', () => {
    const speedometer = createSpeedometer()
    for (let now = 0; now <= 2000; now += 4) speedometer.count(now, 16)
    expect(speedometer.perSecond()).toBeCloseTo(4000, 6)
  })

  it('forgets the pause between two trainings', () => {
    const speedometer = createSpeedometer()
    speedometer.count(0, 1)
    speedometer.count(50, 1)
    speedometer.restart()
    expect(speedometer.perSecond()).toBe(0)
    speedometer.count(100_000, 1)
    speedometer.count(100_050, 1)
    expect(speedometer.perSecond()).toBeCloseTo(20, 9)
  })
})
