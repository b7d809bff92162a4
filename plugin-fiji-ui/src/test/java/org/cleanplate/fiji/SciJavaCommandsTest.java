package org.cleanplate.fiji;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.ImageStack;
import ij.WindowManager;
import ij.io.FileSaver;
import ij.macro.Interpreter;
import ij.process.ByteProcessor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import org.cleanplate.MattingException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.command.Command;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;

class SciJavaCommandsTest {
  private static final int WIDTH = 64;
  private static final int HEIGHT = 48;
  private static Context context;
  private static CommandService commands;

  @BeforeAll
  static void startSciJava() {
    context = new Context(CommandService.class);
    commands = context.service(CommandService.class);
  }

  @AfterAll
  static void stopSciJava() {
    context.dispose();
  }

  @BeforeEach
  void openStack() {
    Interpreter.batchMode = true;
    ImageStack stack = new ImageStack(WIDTH, HEIGHT);
    for (int level : new int[] {10, 20, 200}) {
      ByteProcessor slice = new ByteProcessor(WIDTH, HEIGHT);
      slice.setColor(level);
      slice.fill();
      stack.addSlice(slice);
    }
    new ImagePlus("levels", stack).show();
  }

  @AfterEach
  void closeImages() {
    WindowManager.closeAllWindows();
    Interpreter.batchMode = false;
  }

  @Test
  void everyCommandIsFoundAndStaysOutOfTheMenu() {
    for (Class<?> type :
        new Class<?>[] {
          MatteStack.class, MatteVideo.class, BatchMatte.class, EstimateBackground.class
        }) {
      CommandInfo command = commands.getCommand(type.getName());
      assertNotNull(command, type.getName());
      assertTrue(command.getMenuPath() == null || command.getMenuPath().isEmpty());
      assertTrue(command.canRunHeadless());
    }
  }

  @Test
  void estimatesTheMedian() throws Exception {
    commands.run(EstimateBackground.class, false, "source", "levels").get();
    ImagePlus background = image("levels-background");
    assertEquals(20, background.getProcessor().getPixelValue(5, 7));
  }

  @Test
  void mattesAStack() throws Exception {
    commands
        .run(
            MatteStack.class,
            false,
            "source",
            "levels",
            "background",
            "slice 1",
            "outputs",
            "alpha composite",
            "device",
            "cpu",
            "options",
            "alpha_depth=8")
        .get();
    assertEquals(8, image("levels-alpha").getBitDepth());
    assertEquals(3, image("levels-alpha").getStackSize());
    assertEquals(24, image("levels-composite").getBitDepth());
  }

  @Test
  void mattesAFolder(@TempDir Path folder) throws Exception {
    new FileSaver(image("levels")).saveAsTiffStack(folder.resolve("levels.tif").toString());
    Path out = folder.resolve("out");
    CommandModule module =
        commands
            .run(
                BatchMatte.class,
                false,
                "folder",
                folder.toString(),
                "output",
                out.toString(),
                "outputs",
                "alpha",
                "options",
                "device=cpu")
            .get();
    assertEquals(out.resolve("batch-summary.csv").toString(), module.getOutput("summary"));
    assertTrue(Files.exists(out.resolve("levels-alpha/levels-alpha_00003.png")));
  }

  @Test
  void mistakeReachesTheCaller() {
    MattingException e =
        mistake(
            MatteVideo.class, "video", "no such.mp4", "output", System.getProperty("user.home"));
    assertTrue(e.getMessage().contains("no such.mp4"), e.getMessage());
    e = mistake(MatteStack.class, "source", "levels", "options", "treshold=0.5");
    assertTrue(e.getMessage().contains("threshold"), e.getMessage());
  }

  private static MattingException mistake(Class<? extends Command> command, Object... inputs) {
    ExecutionException e =
        assertThrows(ExecutionException.class, () -> commands.run(command, false, inputs).get());
    Throwable cause = e;
    while (cause.getCause() != null && !(cause instanceof MattingException)) {
      cause = cause.getCause();
    }
    return assertInstanceOf(MattingException.class, cause);
  }

  private static ImagePlus image(String title) {
    ImagePlus image = WindowManager.getImage(title);
    assertNotNull(image, "no image " + title);
    return image;
  }
}
