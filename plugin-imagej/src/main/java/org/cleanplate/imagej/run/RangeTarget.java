package org.cleanplate.imagej.run;

import ij.ImagePlus;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.cleanplate.frame.FrameSink;
import org.cleanplate.frame.FrameSource;
import org.cleanplate.matte.RangeSink;
import org.cleanplate.network.graph.Layer;

/** Tells the Log how much of a deep source the network could not see. */
final class RangeTarget implements ResultTarget {
  private final List<SeriesView> series;
  private final RunLog log;
  private final List<RangeSink> sinks = new ArrayList<>();

  RangeTarget(List<SeriesView> series, RunLog log) {
    this.series = series;
    this.log = log;
  }

  @Override
  public Set<Layer> layers() {
    return Set.of();
  }

  @Override
  public List<FrameSink> openSinks(FrameSource source) {
    RangeSink sink = new RangeSink(series.get(sinks.size()).levels());
    sinks.add(sink);
    return List.of(sink);
  }

  @Override
  public List<ImagePlus> deliver(Consumer<ImagePlus> last) {
    if (sinks.size() == series.size()) {
      log.outsideLevels(sinks.stream().mapToDouble(RangeSink::outsideShare).average().orElse(0));
    }
    return List.of();
  }
}
