package org.cleanplate.fiji.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImageJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.swing.UIManager;
import org.cleanplate.fiji.window.DrivenWindow;
import org.cleanplate.imagej.run.ChosenModel;
import org.cleanplate.imagej.run.EngineHolder;
import org.cleanplate.network.catalog.ModelCatalog;
import org.cleanplate.training.ModelTrainer;
import org.cleanplate.training.TrainingData;

/** A person at the dashboard. A picture of each step is written into a folder. */
final class DashboardDrive extends DrivenWindow {
  private static final int STEPS = 80;

  private final Path folder;
  private final SlowTrainer trainer = new SlowTrainer();
  private DashboardFrame dashboard;

  private DashboardDrive(Path folder, Path pictures) {
    super(pictures);
    this.folder = folder;
  }

  /**
   * @param arguments the class of the look and feel, a folder to work in and one for pictures
   */
  public static void main(String[] arguments) throws Exception {
    UIManager.setLookAndFeel(arguments[0]);
    String look = arguments[0].replaceAll(".*\\.", "");
    new DashboardDrive(Path.of(arguments[1]), Path.of(arguments[2], look)).driveToTheEnd();
  }

  @Override
  protected void drive() throws Exception {
    System.setProperty(ModelCatalog.FOLDER_PROPERTY, folder.resolve("models").toString());
    new ImageJ(ImageJ.NO_SHOW);
    openImages();
    watch.restart();
    saysWhatToInstallWithoutTheAddOn();
    System.out.println("Opening: " + watch.describe());
    requireNoEventLongerThan(OPENING_MILLIS);
    watch.restart();
    open(() -> trainer);
    checksFootage();
    trainsAndStops();
    resumes();
    copiesTheMacro();
    usesTheModel();
    namesMistakes();
    System.out.println("At work: " + watch.describe());
    requireNoEventLongerThan(WORKING_MILLIS);
    window.close();
    waitFor("the end of the window", () -> !ask(() -> dashboard.frame().isDisplayable()));
  }

  private static void openImages() {
    ImageStack frames = new ImageStack(96, 64);
    ImageStack mattes = new ImageStack(96, 64);
    for (int i = 0; i < 8; i++) {
      ImageProcessor frame = new ByteProcessor(96, 64);
      frame.setColor(90);
      frame.fill();
      frame.setColor(220);
      frame.fillOval(10 * i, 20, 14, 24);
      frames.addSlice(frame.convertToRGB());
      ImageProcessor matte = new ByteProcessor(96, 64);
      matte.setColor(255);
      matte.fillOval(10 * i, 20, 14, 24);
      mattes.addSlice(matte);
    }
    ImagePlus corrected = new ImagePlus("mattes", mattes);
    corrected.show();
    corrected.getWindow().setLocation(1100, 650);
    ImagePlus walk = new ImagePlus("walk", frames);
    walk.show();
    walk.getWindow().setLocation(1100, 500);
  }

  private void saysWhatToInstallWithoutTheAddOn() throws Exception {
    open(ModelTrainer::find);
    waitFor("the message", () -> message().contains("training add-on, which is not installed"));
    window.button("start").requireDisabled();
    window.button("check").requireDisabled();
    window.button("copy").requireEnabled();
    take("add-on-missing");
    ask(
        () -> {
          dashboard.dispose();
          return true;
        });
  }

  private void open(Supplier<ModelTrainer> trainers) throws Exception {
    DashboardFrame.preload();
    dashboard = ask(() -> DashboardFrame.open(trainers));
    waitFor("its parts", () -> ask(() -> dashboard.isFilled()));
    place(dashboard.frame(), 1180, 740);
    waitFor("the models", () -> window.comboBox("start").contents().length > 1);
  }

  private void checksFootage() throws Exception {
    window.comboBox("stage").requireSelection("Fine-tune on my footage");
    Object proposed = ask(() -> window.comboBox("footage").target().getEditor().getItem());
    assertTrue(Set.of("walk", "mattes").contains(proposed), "whichever has the focus: " + proposed);
    window.comboBox("footage").selectItem("walk").requireSelection("walk");
    window.comboBox("corrected").selectItem("mattes").requireSelection("mattes");
    window.textBox("frames").setText("2,4,6-7");
    window.textBox("run-folder").setText(folder.resolve("mouse run").toString());
    window.spinner("steps").enterTextAndCommit(Integer.toString(STEPS));
    window.button("check").click();
    waitFor("the check", () -> message().contains("Data: 4 pictures"));
    take("checked");
  }

  private void trainsAndStops() throws Exception {
    trainer.waitForStop(true);
    window.button("start").requireText("Start").click();
    waitFor("steps", () -> lossPoints() > 25);
    window.comboBox("stage").requireDisabled();
    window.button("start").requireDisabled();
    waitFor("a picture", () -> ask(() -> view("validation-picture").shown().isPresent()));
    assertTrue(
        Pattern.compile("Training .*left").matcher(window.progressBar("progress").text()).find(),
        window.progressBar("progress").text());
    take("training");
    window.button("stop").click();
    waitFor("the stop", () -> message().startsWith("Stopped"));
    trainer.waitForStop(false);
    assertTrue(lossPoints() < STEPS, lossPoints() + " steps");
    TrainingData.Folders.Recorded own =
        (TrainingData.Folders.Recorded) trainer.plans().get(0).data().folders().orElseThrow();
    assertTrue(Files.exists(own.sources().resolve("frame-000007.png")), own.toString());
  }

  private void resumes() throws Exception {
    waitFor("a run to resume", () -> window.button("start").text().equals("Resume"));
    window.spinner("steps").requireDisabled();
    window.textBox("run-folder-note").requireText(Pattern.compile("It holds a run.*"));
    window.button("start").click();
    waitFor("the end", () -> message().equals("Training is done"));
    assertEquals(STEPS, lossPoints());
    assertTrue(window.textBox("log").text().contains("Trained to the end: 80 steps"));
    offersNoMoreTraining();
    take("done");
  }

  private void offersNoMoreTraining() throws Exception {
    String note = "(?s)It holds a run that is done: use its model.*";
    waitFor("the end of the run", () -> window.textBox("run-folder-note").text().matches(note));
    window.button("start").requireText("Start").requireDisabled();
    window.button("check").requireDisabled();
    window.button("use").requireEnabled();
    window.spinner("steps").requireDisabled();
    window.textBox("run-folder").requireEnabled();
  }

  private void copiesTheMacro() throws Exception {
    window.button("copy").click();
    String line = clipboard();
    assertTrue(
        line.startsWith(
            "run(\"Train Model...\", \"footage=walk background=median corrected=mattes"
                + " frames=2,4,6-7 stage=finetune run_folder=["),
        line);
  }

  private void usesTheModel() throws Exception {
    window.button("use").click();
    waitFor("the model", () -> message().contains("\"mouse-run\" is in Models... now"));
    assertEquals("mouse-run", ChosenModel.among(EngineHolder.modelNames()));
    take("model-in-use");
  }

  private void namesMistakes() throws Exception {
    window.textBox("run-folder").setText(folder.resolve("other").toString());
    waitFor("a new run", () -> window.button("start").isEnabled());
    window.comboBox("stage").selectItem("Base network");
    window.radioButton("folders").click();
    window.button("start").click();
    assertTrue(message().contains("Foregrounds is empty"), message());
    for (String name : new String[] {"foregrounds", "alphas", "backgrounds"}) {
      Path data = Files.createDirectories(folder.resolve("data/bad"));
      window.textBox(name).setText(data.toString());
    }
    window.button("check").click();
    waitFor("the problems", () -> message().contains("bad/3.png is damaged\nbad/4.png is 3x4"));
    take("data-with-problems");
    window.radioButton("generated").click();
    window.spinner("steps").enterTextAndCommit("666");
    window.button("start").click();
    waitFor("the failure", () -> message().contains("the loss is NaN"));
    window.button("start").requireEnabled();
  }

  private String message() {
    return window.textBox("message").text();
  }

  private int lossPoints() {
    return ask(() -> ((CurveView) window.panel("loss-curve").target()).shown().length());
  }

  private PictureView view(String name) {
    return (PictureView) window.panel(name).target();
  }
}
