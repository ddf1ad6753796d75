package plumbline.load;

/** A clock that only moves when somebody waits, or when a test moves it. */
public final class FakeClock implements PacerClock {
  private static final long SPIN = 100;

  private long now = 7_000;
  private long overshoot;
  private long parked;
  private long spun;
  private long gaveWay;

  /** From now on, parking ends later than asked by so much. */
  public void overshoot(long nanos) {
    overshoot = nanos;
  }

  /** Time passes in which nobody waits: a stall. */
  public void pass(long nanos) {
    now += nanos;
  }

  @Override
  public long nanoTime() {
    return now;
  }

  @Override
  public void park(long nanos) {
    long slept = Math.max(SPIN, nanos + overshoot);
    now += slept;
    parked += slept;
  }

  @Override
  public void spin() {
    now += SPIN;
    spun += SPIN;
  }

  @Override
  public void giveWay() {
    now += SPIN;
    gaveWay += SPIN;
  }

  /** Time that was spent giving way. */
  public long gaveWay() {
    return gaveWay;
  }

  /** Time that was spent parked. */
  public long parked() {
    return parked;
  }

  /** Time that was spent spinning. */
  public long spun() {
    return spun;
  }
}
