package org.cleanplate.engine.ort;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.cleanplate.progress.Cancellation;
import org.junit.jupiter.api.Test;

class DeviceQueueTest {
  private final DeviceQueue queue = new DeviceQueue(2);

  @Test
  void letsInSoManyAndTheNextOnceOneHasLeft() throws Exception {
    DeviceQueue.Place first = queue.enter(new Cancellation());
    DeviceQueue.Place second = queue.enter(new Cancellation());
    CompletableFuture<DeviceQueue.Place> third =
        CompletableFuture.supplyAsync(() -> queue.enter(new Cancellation()));
    assertThrows(TimeoutException.class, () -> third.get(200, TimeUnit.MILLISECONDS));
    first.close();
    third.get(10, TimeUnit.SECONDS).close();
    second.close();
  }

  @Test
  void whoWaitsCanBeCancelled() {
    queue.enter(new Cancellation());
    queue.enter(new Cancellation());
    Cancellation cancellation = new Cancellation();
    CompletableFuture<DeviceQueue.Place> waiting =
        CompletableFuture.supplyAsync(() -> queue.enter(cancellation));
    cancellation.cancel();
    ExecutionException e =
        assertThrows(ExecutionException.class, () -> waiting.get(10, TimeUnit.SECONDS));
    assertEquals(CancellationException.class, e.getCause().getClass());
  }
}
