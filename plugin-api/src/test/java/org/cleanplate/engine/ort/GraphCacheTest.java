package org.cleanplate.engine.ort;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.cleanplate.network.graph.GraphOptions;
import org.cleanplate.network.graph.Layer;
import org.cleanplate.network.graph.PixelLayout;
import org.cleanplate.network.graph.RefinementMode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GraphCacheTest {
  private static final int CAPACITY = 2;

  private final List<Integer> compiledWidths = new ArrayList<>();
  private final GraphCache cache = new GraphCache(CAPACITY, this::compile);

  @AfterEach
  void close() {
    cache.close();
  }

  @Test
  void theOneUsedLongestAgoGivesWay() {
    for (int width : new int[] {32, 36, 32, 40, 32, 36}) {
      cache.lease(key(width)).close();
    }
    assertEquals(List.of(32, 36, 40, 36), compiledWidths);
  }

  @Test
  void oneInUseIsKeptHoweverManyComeAfterIt() {
    try (GraphCache.Lease first = cache.lease(key(32))) {
      cache.lease(key(36)).close();
      cache.lease(key(40)).close();
      cache.lease(key(44)).close();
      try (GraphCache.Lease again = cache.lease(key(32))) {
        assertSame(first.graph(), again.graph());
      }
    }
  }

  @Test
  void oneThatCannotBeCompiledIsTriedAnew() {
    assertThrows(IllegalStateException.class, () -> cache.lease(key(3)));
    assertThrows(IllegalStateException.class, () -> cache.lease(key(3)));
    assertEquals(List.of(3, 3), compiledWidths);
  }

  private CompiledGraph compile(GraphCache.Key key) {
    compiledWidths.add(key.options().width());
    if (key.options().width() < 4) {
      throw new IllegalStateException("No such graph");
    }
    try {
      return new NetworkGraph(
          OrtEnvironment.getEnvironment(),
          new RunningDevice(OptionalInt.empty(), 1, Optional.empty()),
          RandomModel.of(1),
          key.options());
    } catch (OrtException e) {
      throw new AssertionError(e);
    }
  }

  private static GraphCache.Key key(int width) {
    return new GraphCache.Key(
        new GraphOptions(
            width, 32, PixelLayout.BGRA_8, 0.5, RefinementMode.NONE, Set.of(Layer.ALPHA_8)),
        1);
  }
}
