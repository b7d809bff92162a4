package org.cleanplate.training.data.synthesis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BankTest {

  @Test
  void makesAPictureOnceForAllThreads() {
    AtomicInteger made = new AtomicInteger();
    Bank bank = new Bank(10, number -> picture(made, number));
    IntStream.range(0, 400)
        .parallel()
        .forEach(i -> assertEquals(i % 8, bank.get(i % 8).values()[0]));
    assertEquals(8, made.get());
  }

  @Test
  void keepsNoMoreThanItsCapacity() {
    AtomicInteger made = new AtomicInteger();
    Bank bank = new Bank(10, number -> picture(made, number));
    for (int number = 0; number < 100; number++) {
      bank.get(number);
      assertTrue(bank.size() <= 10, "kept " + bank.size());
    }
    assertEquals(5, bank.get(5).values()[0], "made again after it went");
    assertEquals(101, made.get());
  }

  private static BytePicture picture(AtomicInteger made, long number) {
    made.incrementAndGet();
    return new BytePicture(1, 1, 1, new byte[] {(byte) number});
  }
}
