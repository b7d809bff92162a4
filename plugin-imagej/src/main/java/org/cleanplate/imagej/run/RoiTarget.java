package org.cleanplate.imagej.run;

import ij.ImagePlus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.cleanplate.frame.FrameSink;
import org.cleanplate.frame.FrameSource;
import org.cleanplate.imagej.result.FoundRegions;
import org.cleanplate.imagej.result.RoiSink;
import org.cleanplate.imagej.result.RoiSink.PlacedRoi;
import org.cleanplate.matte.MaskOptions;
import org.cleanplate.network.graph.Layer;

/** The outlines of the parts of every frame, in the ROI Manager or a ZIP file. */
final class RoiTarget implements ResultTarget {
  private final MaskOptions mask;
  private final List<SeriesView> series;
  private final Optional<ImagePlus> image;
  private final Optional<Path> file;
  private final List<PlacedRoi> found = new ArrayList<>();
  private int opened;

  /**
   * Nothing is shown or written yet.
   *
   * @param image that the outlines lie on; empty for a video
   * @param file where to write them; empty to add them to the ROI Manager
   * @throws org.cleanplate.MattingException if there can be no ROI Manager
   */
  RoiTarget(
      MaskOptions mask, List<SeriesView> series, Optional<ImagePlus> image, Optional<Path> file) {
    this.mask = mask;
    this.series = series;
    this.image = image;
    this.file = file;
    if (file.isEmpty()) {
      FoundRegions.requireManager();
    }
  }

  @Override
  public Set<Layer> layers() {
    return Set.of(Layer.ALPHA_FLOAT);
  }

  @Override
  public List<FrameSink> openSinks(FrameSource source) {
    return List.of(new RoiSink(mask, series.get(opened++).places(), found));
  }

  @Override
  public List<ImagePlus> deliver(Consumer<ImagePlus> last) throws IOException {
    if (opened == series.size()) {
      FoundRegions regions = FoundRegions.of(found, image);
      if (file.isPresent()) {
        regions.writeTo(file.get());
      } else {
        regions.addToManager();
      }
    }
    return List.of();
  }

  @Override
  public List<Path> files() {
    return opened == series.size() ? file.stream().toList() : List.of();
  }
}
