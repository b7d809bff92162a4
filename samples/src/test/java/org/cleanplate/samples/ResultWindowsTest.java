package org.cleanplate.samples;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.cleanplate.testing.XvfbDisplay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables, the ROI Manager and overlays as a macro finds them after a run, on a real display. */
class ResultWindowsTest {
  private static final String MACRO =
      """
      setBatchMode(true);
      open("DATA/plate.png");
      open("DATA/stack.tif");
      makeRectangle(1, 2, 3, 4);
      roiManager("add");
      run("Select None");
      n = nSlices;
      run("Matte Stack...", "background=plate.png table rois min_area=200 overlay=outline");
      print("title " + getTitle());
      print("rois kept " + (roiManager("count") == n + 1));
      roiManager("select", 1);
      print("slice of the first " + getSliceNumber());
      print("overlay " + (Overlay.size == n));
      print("rows " + (Table.size("stack-table") == n));
      print("covered " + (Table.get("Coverage", 3, "stack-table") > 0.01));
      print("own results " + nResults);
      """;

  @TempDir private Path folder;

  @Test
  void areFilledAndNothingOfTheUsersIsLost() throws Exception {
    InstalledImageJ imageJ = InstalledImageJ.unpack(folder.resolve("imagej"));
    Path data = folder.resolve("data");
    SampleGenerator.generate(data, 4);
    Path macro = folder.resolve("windows.ijm");
    Files.writeString(macro, MACRO.replace("DATA", data.toString()));
    try (XvfbDisplay display = XvfbDisplay.start()) {
      String output = imageJ.runOnDisplay(display.name(), macro, "").output();
      for (String line :
          new String[] {
            "title stack.tif",
            "rois kept 1",
            "slice of the first 1",
            "overlay 1",
            "rows 1",
            "covered 1",
            "own results 0"
          }) {
        assertTrue(output.contains(line + "\n"), line + " is not in:\n" + output);
      }
    }
  }
}
