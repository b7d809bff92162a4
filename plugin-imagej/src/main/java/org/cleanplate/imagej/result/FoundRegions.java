package org.cleanplate.imagej.result;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.plugin.frame.RoiManager;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cleanplate.MattingException;
import org.cleanplate.imagej.result.RoiSink.PlacedRoi;

/**
 * Regions with their places in an image.
 *
 * @param regions in the order of frames
 */
public record FoundRegions(List<Roi> regions) {

  /**
   * Gives each its place.
   *
   * @param image of the source's shape; empty for a video, whose frames become positions
   */
  public static FoundRegions of(List<PlacedRoi> found, Optional<ImagePlus> image) {
    List<Roi> regions = new ArrayList<>();
    for (PlacedRoi placed : found) {
      if (image.isPresent()) {
        placed.place().assignTo(placed.roi(), image.get());
      } else {
        placed.roi().setPosition(placed.place().frame());
      }
      regions.add(placed.roi());
    }
    return new FoundRegions(regions);
  }

  /** Writes a ZIP as the ROI Manager does. */
  public void writeTo(Path file) throws IOException {
    RoiFile.write(file, regions);
  }

  /**
   * Refuses the ROI Manager where there can be none.
   *
   * @throws MattingException without a display
   */
  public static void requireManager() {
    if (GraphicsEnvironment.isHeadless()) {
      throw new MattingException(
          "There is no ROI Manager without a display: write the regions to a file with save=");
    }
  }

  /** Adds them to what the ROI Manager holds, in batch mode the hidden one of the macro. */
  public void addToManager() {
    RoiManager open = RoiManager.getInstance();
    RoiManager manager = open == null ? RoiManager.getRoiManager() : open;
    regions.forEach(manager::addRoi);
  }
}
