package org.cleanplate.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LeasePoolTest {
  private static final int CAPACITY = 2;

  private final List<String> opened = new ArrayList<>();
  private final List<String> closed = new ArrayList<>();
  private final AtomicLong nanos = new AtomicLong();
  private final LeasePool<String, StringBuilder> pool =
      new LeasePool<>(CAPACITY, this::open, value -> closed.add(value.toString()), nanos::get);

  private StringBuilder open(String key) {
    opened.add(key);
    if (key.isEmpty()) {
      throw new IllegalStateException("Nothing to open");
    }
    return new StringBuilder(key);
  }

  @Test
  void theOneUsedLongestAgoGivesWay() {
    for (String key : List.of("a", "b", "a", "c", "a", "b")) {
      pool.lease(key).close();
    }
    assertEquals(List.of("a", "b", "c", "b"), opened);
    assertEquals(List.of("b", "c"), closed);
  }

  @Test
  void oneThatIsLentIsNeverClosed() {
    try (LeasePool<String, StringBuilder>.Lease first = pool.lease("a")) {
      pool.lease("b").close();
      pool.lease("c").close();
      pool.lease("d").close();
      assertEquals(List.of("b", "c"), closed);
      assertEquals(List.of("d"), pool.closeUnused(Duration.ZERO));
      assertEquals(List.of("a"), pool.lent());
      try (LeasePool<String, StringBuilder>.Lease again = pool.lease("a")) {
        assertSame(first.value(), again.value());
      }
      assertEquals(List.of("a"), pool.lent(), "the first still has it");
    }
    assertEquals(List.of("a"), pool.closeUnused(Duration.ZERO));
  }

  @Test
  void givingBackTwiceCountsOnce() {
    LeasePool<String, StringBuilder>.Lease twice = pool.lease("a");
    LeasePool<String, StringBuilder>.Lease other = pool.lease("a");
    twice.close();
    twice.close();
    assertEquals(List.of("a"), pool.lent());
    other.close();
    assertEquals(List.of(), pool.lent());
  }

  @Test
  void closesWhatNobodyUsedForATimeAndOpensItAnew() {
    LeasePool<String, StringBuilder>.Lease early = pool.lease("a");
    StringBuilder value = early.value();
    early.close();
    nanos.addAndGet(Duration.ofMinutes(6).toNanos());
    pool.lease("b").close();
    nanos.addAndGet(Duration.ofMinutes(4).toNanos());
    assertEquals(List.of("a"), pool.closeUnused(Duration.ofMinutes(10)));
    try (LeasePool<String, StringBuilder>.Lease late = pool.lease("a")) {
      assertNotSame(value, late.value());
    }
    assertEquals(List.of("a", "b", "a"), opened);
  }

  @Test
  void aRetiredOneIsClosedWhenItsLastUserLeaves() {
    LeasePool<String, StringBuilder>.Lease user = pool.lease("a");
    pool.retire("a");
    assertEquals(List.of(), closed);
    try (LeasePool<String, StringBuilder>.Lease next = pool.lease("a")) {
      assertNotSame(user.value(), next.value());
    }
    user.close();
    assertEquals(List.of("a"), closed);
    pool.retire("a");
    assertEquals(List.of("a", "a"), closed);
  }

  @Test
  void oneThatCannotBeOpenedIsTriedAnew() {
    assertThrows(IllegalStateException.class, () -> pool.lease(""));
    assertThrows(IllegalStateException.class, () -> pool.lease(""));
    assertEquals(List.of("", ""), opened);
    assertEquals(List.of(), pool.lent());
  }

  @Test
  void whoWaitsForOneHoldsUpNobodyElse() throws Exception {
    CountDownLatch opening = new CountDownLatch(1);
    CountDownLatch mayGoOn = new CountDownLatch(1);
    LeasePool<String, String> slow =
        new LeasePool<>(
            CAPACITY,
            key -> {
              if (key.equals("slow")) {
                opening.countDown();
                awaitQuietly(mayGoOn);
              }
              return key;
            },
            value -> {});
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      Future<String> first = threads.submit(() -> slow.lease("slow").value());
      assertTrue(opening.await(10, TimeUnit.SECONDS));
      Future<String> second = threads.submit(() -> slow.lease("quick").value());
      assertEquals("quick", second.get(10, TimeUnit.SECONDS));
      mayGoOn.countDown();
      assertEquals("slow", first.get(10, TimeUnit.SECONDS));
    } finally {
      threads.shutdownNow();
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
