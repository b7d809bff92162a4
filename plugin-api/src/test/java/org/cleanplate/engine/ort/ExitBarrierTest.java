package org.cleanplate.engine.ort;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import org.junit.jupiter.api.Test;

class ExitBarrierTest {
  private static final long LONG_MILLIS = 60_000;

  private final ExitBarrier barrier = new ExitBarrier();

  @Test
  void theEndWaitsForACallThatItHasStopped() throws InterruptedException {
    Lock call = barrier.enter();
    CountDownLatch stopped = new CountDownLatch(1);
    barrier.exit().onCancel(stopped::countDown);
    Thread end = new Thread(() -> barrier.end(LONG_MILLIS));
    end.start();
    assertTrue(stopped.await(10, TimeUnit.SECONDS));
    end.join(50);
    assertTrue(end.isAlive(), "the JVM would end under a call");
    call.unlock();
    end.join(10_000);
    assertFalse(end.isAlive());
  }

  @Test
  void nothingBeginsAfterTheEnd() {
    barrier.end(LONG_MILLIS);
    assertThrows(CancellationException.class, barrier::enter);
  }

  @Test
  void nothingBeginsWhileTheEndWaits() {
    Lock call = barrier.enter();
    barrier.end(1);
    assertThrows(CancellationException.class, barrier::enter);
    call.unlock();
  }

  @Test
  void aCallThatHangsIsLeftBehind() throws InterruptedException {
    Thread hanging = new Thread(barrier::enter);
    hanging.start();
    hanging.join();
    long before = System.nanoTime();
    barrier.end(100);
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - before);
    assertTrue(millis >= 100 && millis < 10_000, millis + " ms");
  }
}
