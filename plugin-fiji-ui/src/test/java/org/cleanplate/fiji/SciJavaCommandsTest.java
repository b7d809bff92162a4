package org.cleanplate.fiji;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.ImageStack;
import ij.WindowManager;
import ij.io.FileSaver;
import ij.macro.Interpreter;
import ij.measure.ResultsTable;
import ij.process.ByteProcessor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.cleanplate.MattingException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.app.StatusService;
import org.scijava.command.Command;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;
import org.scijava.event.EventService;
import org.scijava.event.EventSubscriber;
import org.scijava.module.ModuleItem;
import org.scijava.service.Service;
import org.scijava.task.Task;
import org.scijava.task.TaskService;
import org.scijava.task.event.TaskEvent;

class SciJavaCommandsTest {
  private static final int WIDTH = 64;
  private static final int HEIGHT = 48;
  private static Context context;
  private static CommandService commands;
  private static EventService events;

  /** As it is installed. */
  private static final String MENU = "plugin-fiji-ui/launcher/src/main/resources/plugins.config";

  private static final Set<String> NOT_FOR_SCRIPTS =
      Set.of(
          "Matting Studio",
          "Training Dashboard",
          "Cleanplate Macro Extensions",
          "About Cleanplate");

  @BeforeAll
  static void startSciJava() {
    context = new Context(CommandService.class, TaskService.class, StatusService.class);
    events = context.service(EventService.class);
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
  void everyCommandOfTheMenuIsFoundInOneSubmenu() throws IOException {
    Path menu = Path.of(System.getProperty("cleanplate.root"), MENU);
    Set<String> expected =
        Pattern.compile("(?m)^Plugins>[^,]*, \"([^\"]{2,})\"")
            .matcher(Files.readString(menu))
            .results()
            .map(match -> match.group(1).replace("...", ""))
            .filter(name -> !NOT_FOR_SCRIPTS.contains(name))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> found =
        commands.getCommands().stream()
            .filter(command -> command.getClassName().startsWith("org.cleanplate."))
            .peek(command -> assertTrue(command.canRunHeadless(), command.getClassName()))
            .map(command -> command.getMenuPath().getMenuString(true))
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(
        expected.stream().map(name -> "Plugins > Background Matting > SciJava > " + name).toList(),
        List.copyOf(found));
  }

  @Test
  void everyInputIsExplained() {
    for (CommandInfo command : commands.getCommands()) {
      if (command.getClassName().startsWith("org.cleanplate.")) {
        assertFalse(command.getDescription().isBlank(), command.getClassName());
        for (ModuleItem<?> input : command.inputs()) {
          boolean service = Service.class.isAssignableFrom(input.getType());
          assertTrue(service || !input.getLabel().isBlank(), command + " " + input.getName());
        }
      }
    }
  }

  @Test
  void showsProgressAsATask() throws Exception {
    List<String> messages = new CopyOnWriteArrayList<>();
    EventSubscriber<TaskEvent> listener =
        new EventSubscriber<>() {
          @Override
          public void onEvent(TaskEvent event) {
            Task task = event.getTask();
            messages.add(
                task.getName() + " " + task.getProgressValue() + "/" + task.getProgressMaximum());
          }

          @Override
          public Class<TaskEvent> getEventClass() {
            return TaskEvent.class;
          }
        };
    events.subscribe(listener);
    commands.run(MatteStack.class, false, "source", "levels", "device", "cpu").get();
    assertTrue(messages.contains("Matte Stack 1000/1000"), messages.toString());
  }

  @Test
  void cancellingTheTaskCancelsTheCommand() throws Exception {
    EventSubscriber<TaskEvent> canceller =
        new EventSubscriber<>() {
          @Override
          public void onEvent(TaskEvent event) {
            // Cancelling tells of itself.
            if (!event.getTask().isCanceled()) {
              event.getTask().cancel("enough");
            }
          }

          @Override
          public Class<TaskEvent> getEventClass() {
            return TaskEvent.class;
          }
        };
    events.subscribe(canceller);
    try {
      ImageStack many = new ImageStack(WIDTH, HEIGHT);
      for (int i = 0; i < 3000; i++) {
        many.addSlice(new ByteProcessor(WIDTH, HEIGHT));
      }
      new ImagePlus("many", many).show();
      CommandModule module =
          commands.run(MatteStack.class, false, "source", "many", "device", "cpu").get();
      assertTrue(module.isCanceled());
      assertEquals("enough", module.getCancelReason());
      assertNull(WindowManager.getImage("many-alpha"));
    } finally {
      events.unsubscribe(List.of(canceller));
    }
  }

  @Test
  void tellsWhatComputesAndWhetherABackgroundFits() throws Exception {
    CommandModule gpu = commands.run(GpuCheck.class, false).get();
    assertTrue(gpu.getOutput("report").toString().contains("Mattes are computed on"));
    CommandModule check =
        commands
            .run(CheckBackground.class, false, "source", "levels", "background", "slice 1")
            .get();
    assertFalse(check.getOutput("verdict").toString().isBlank());
    ResultsTable.getResultsTable().reset();
    commands.run(ReleaseMemory.class, false).get();
  }

  @Test
  void opensAndSavesAVideo(@TempDir Path folder) throws Exception {
    Path video = folder.resolve("levels.mp4");
    commands.run(SaveVideo.class, false, "source", "levels", "output", video.toString()).get();
    commands.run(OpenVideo.class, false, "video", video.toString()).get();
    assertEquals(3, image("levels.mp4").getStackSize());
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
