package org.cleanplate.imagej.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Roi;
import ij.measure.ResultsTable;
import ij.process.ByteProcessor;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CheckBackgroundCommandTest {
  private final MacroRunner macro = new MacroRunner();

  /** The scene; the same 10 % darker, with a subject. */
  @BeforeEach
  void openImages() {
    ByteProcessor scene = new ByteProcessor(200, 150);
    Random random = new Random(3);
    for (int i = 0; i < 300; i++) {
      scene.setValue(60 + random.nextInt(150));
      scene.fill(new Roi(random.nextInt(200) - 10, random.nextInt(150) - 10, 22, 22));
    }
    ByteProcessor frame = (ByteProcessor) scene.duplicate();
    frame.multiply(0.9);
    frame.setValue(250);
    frame.fill(new Roi(30, 40, 40, 50));
    ImageStack stack = new ImageStack(200, 150);
    stack.addSlice(scene);
    stack.addSlice(frame);
    macro.open(new ImagePlus("plate", scene.duplicate()));
    macro.open(new ImagePlus("walk", stack));
    ResultsTable.getResultsTable().reset();
  }

  @AfterEach
  void closeImages() {
    ResultsTable.getResultsTable().reset();
    macro.close();
  }

  @Test
  void givesARowOfResultsAndALine() {
    String options = "source=walk background=plate frame=2";
    assertTrue(macro.run(new CheckBackgroundCommand(), options), macro.log());
    ResultsTable results = ResultsTable.getResultsTable();
    assertEquals(1, results.size());
    assertEquals(2, results.getValue("Frame", 0));
    assertEquals(0.9, results.getValue("Exposure", 0), 0.01);
    assertEquals(2000.0 / 30_000, results.getValue("Unexplained", 0), 0.01);
    String verdict =
        "the frame is 10 % darker than the background as it is, which match=gain makes good";
    assertEquals(verdict, results.getStringValue("Verdict", 0));
    assertTrue(macro.log().contains(verdict), macro.log());
  }

  @Test
  void endsTheMacroForAFrameThatIsNotThere() {
    assertFalse(macro.run(new CheckBackgroundCommand(), "source=walk background=plate frame=3"));
    assertTrue(macro.log().contains("ends before it"), macro.log());
    assertFalse(macro.run(new CheckBackgroundCommand(), "source=walk"));
    assertTrue(macro.log().contains("\"background\" is missing"), macro.log());
  }
}
