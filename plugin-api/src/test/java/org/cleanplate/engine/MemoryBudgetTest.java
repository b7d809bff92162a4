package org.cleanplate.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

class MemoryBudgetTest {

  @Test
  void plansWithSomeButNotAllOfTheMachine() {
    MemoryBudget budget = MemoryBudget.now();
    long total =
        ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();

    assertTrue(
        budget.computationBytes() > 1 << 20 && budget.computationBytes() <= total / 2,
        budget + " of " + total);
    assertEquals(Runtime.getRuntime().maxMemory() / 2, budget.bufferBytes());
  }
}
