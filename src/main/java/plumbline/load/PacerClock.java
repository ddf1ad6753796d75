package plumbline.load;

import java.util.concurrent.locks.LockSupport;

/** The time of a pacer, and how it waits. Tests have one of their own. */
public interface PacerClock {
  /** The clock that benchmarks use. */
  PacerClock SYSTEM =
      new PacerClock() {
        @Override
        public long nanoTime() {
          return System.nanoTime();
        }

        @Override
        public void park(long nanos) {
          LockSupport.parkNanos(nanos);
        }

        @Override
        public void spin() {
          Thread.onSpinWait();
        }

        @Override
        @SuppressWarnings("ThreadPriorityCheck") // Where it does nothing, it is a spin.
        public void giveWay() {
          Thread.yield();
        }
      };

  /** Nanoseconds since some fixed moment. */
  long nanoTime();

  /** Gives the processor away for about so long; it may end early, and usually ends late. */
  void park(long nanos);

  /** Waits for a moment and keeps the processor. */
  void spin();

  /** Waits for a moment, and lets another thread have the processor if one is ready to run. */
  void giveWay();
}
