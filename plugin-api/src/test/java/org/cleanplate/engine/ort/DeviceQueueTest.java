package org.cleanplate.engine.ort;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.onnxruntime.OrtException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.cleanplate.progress.Cancellation;
import org.junit.jupiter.api.Test;

class DeviceQueueTest {
  private final DeviceQueue queue = new DeviceQueue(2);
  private final CountDownLatch twoWork = new CountDownLatch(2);
  private final CountDownLatch threeWork = new CountDownLatch(3);
  private final CountDownLatch gate = new CountDownLatch(1);

  @Test
  void letsInSoManyAndTheNextOnceOneHasLeft() throws Exception {
    List<CompletableFuture<Void>> all = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      all.add(start(new Cancellation()));
    }
    twoWork.await(10, TimeUnit.SECONDS);
    threeWork.await(200, TimeUnit.MILLISECONDS);
    assertEquals(1, threeWork.getCount(), "a third one works at the same time");
    gate.countDown();
    for (CompletableFuture<Void> one : all) {
      one.get(10, TimeUnit.SECONDS);
    }
    assertEquals(0, threeWork.getCount());
  }

  @Test
  void whoWaitsCanBeCancelled() throws Exception {
    start(new Cancellation());
    start(new Cancellation());
    twoWork.await(10, TimeUnit.SECONDS);
    Cancellation cancellation = new Cancellation();
    CompletableFuture<Void> waiting = start(cancellation);
    cancellation.cancel();
    assertThrows(CancellationException.class, () -> waiting.get(10, TimeUnit.SECONDS));
    gate.countDown();
  }

  private CompletableFuture<Void> start(Cancellation cancellation) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    new Thread(() -> finish(done, cancellation)).start();
    return done;
  }

  private void finish(CompletableFuture<Void> done, Cancellation cancellation) {
    try {
      queue.compute(this::work, cancellation);
      done.complete(null);
    } catch (OrtException | RuntimeException e) {
      done.completeExceptionally(e);
    }
  }

  private void work() {
    twoWork.countDown();
    threeWork.countDown();
    try {
      gate.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
