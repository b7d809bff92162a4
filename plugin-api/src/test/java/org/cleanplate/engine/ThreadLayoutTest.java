package org.cleanplate.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class ThreadLayoutTest {

  @Test
  void aBatchGivesEachCoreAFrame() {
    assertEquals(new ThreadLayout(8, 1), ThreadLayout.batch(8, 300));
  }

  @Test
  void fewFramesShareTheCores() {
    assertEquals(new ThreadLayout(2, 4), ThreadLayout.batch(8, 2));
    assertEquals(new ThreadLayout(3, 2), ThreadLayout.batch(8, 3));
    assertEquals(ThreadLayout.interactive(8), ThreadLayout.batch(8, 1));
  }

  @Test
  void fewerWorkersKeepTheThreads() {
    assertEquals(new ThreadLayout(3, 2), new ThreadLayout(6, 1).withFrameWorkersUpTo(3));
    assertEquals(new ThreadLayout(1, 6), new ThreadLayout(6, 1).withFrameWorkersUpTo(0));
    ThreadLayout two = new ThreadLayout(2, 1);
    assertSame(two, two.withFrameWorkersUpTo(2));
  }

  @Test
  void refusesALayoutWithoutThreads() {
    assertThrows(IllegalArgumentException.class, () -> new ThreadLayout(0, 1));
    assertThrows(IllegalArgumentException.class, () -> ThreadLayout.interactive(0));
  }
}
