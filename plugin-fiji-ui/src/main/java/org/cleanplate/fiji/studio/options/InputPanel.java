package org.cleanplate.fiji.studio.options;

import ij.ImagePlus;
import java.awt.Color;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.cleanplate.fiji.studio.model.PlateVerdict;
import org.cleanplate.fiji.studio.model.StudioModel.Aspect;
import org.cleanplate.fiji.studio.model.StudioSession;
import org.cleanplate.fiji.studio.worker.PictureWorker;
import org.cleanplate.fiji.window.Mnemonics;
import org.cleanplate.imagej.image.OpenImages;

/** Source and background, each with a small picture, and how they fit. */
public final class InputPanel {
  /** Red, green and blue of a middle grey. */
  private static final int DARK = 3 * 128;

  private static final int VERDICT_LINES = 3;

  private final StudioSession session;
  private final JComboBox<ImageEntry> source = new JComboBox<>();
  private final PlateControl plate;
  private final Thumbnail sourcePicture = new Thumbnail("source-picture", "Source");
  private final Thumbnail platePicture = new Thumbnail("plate-picture", "Background");
  private final MessageLabel verdict = new MessageLabel("verdict");
  private final JPanel panel =
      new JPanel(new MigLayout("insets 10 12 4 12, fillx, wrap 2", "[grow,fill,sg][grow,fill,sg]"));
  private boolean showing;

  /** An open image in the list. */
  private record ImageEntry(ImagePlus image) {
    @Override
    public String toString() {
      return image.getTitle();
    }
  }

  /** Follows the session's model from now on. */
  public InputPanel(StudioSession session, PictureWorker worker) {
    this.session = session;
    plate = new PlateControl(this::plateChanged);
    source.setName("source");
    source.setToolTipText("The stack to matte");
    source.getAccessibleContext().setAccessibleName("Source");
    source.addActionListener(event -> sourceChosen());
    panel.setName("input");
    panel.add(label("So&urce", source));
    panel.add(label("Back&ground", plate.component()));
    panel.add(source, "wmin 60");
    panel.add(plate.component(), "wmin 60");
    panel.add(sourcePicture, "h 84!");
    panel.add(platePicture, "h 84!");
    verdict.setRows(VERDICT_LINES);
    panel.add(verdict, "span 2, wmin 0, growx, gaptop 2");
    new ThumbnailFeed(session.model(), sourcePicture, platePicture, worker);
    session.model().addListener(this::update);
    updateImages();
  }

  private static JLabel label(String text, JComponent component) {
    JLabel label = new JLabel();
    Mnemonics.set(label, text);
    label.setLabelFor(component);
    return label;
  }

  public JPanel component() {
    return panel;
  }

  /** The macro keys that have controls here. */
  public Set<String> keys() {
    return plate.keys();
  }

  private void sourceChosen() {
    if (!showing && source.getSelectedItem() instanceof ImageEntry entry) {
      session.chooseSource(Optional.of(entry.image()));
    }
  }

  private void plateChanged() {
    session.setOptions(session.model().options().with(plate.keys(), plate.values()));
  }

  /** Offers the images that are open now. A source that was closed is given up. */
  public void updateImages() {
    List<ImagePlus> open = OpenImages.all();
    Optional<ImagePlus> current = session.model().source();
    showing = true;
    source.removeAllItems();
    open.forEach(image -> source.addItem(new ImageEntry(image)));
    source.setSelectedItem(current.map(ImageEntry::new).orElse(null));
    showing = false;
    plate.update(current);
    if (current.isPresent() && !open.contains(current.get())) {
      session.chooseSource(Optional.empty());
    }
  }

  private void update(Aspect aspect) {
    switch (aspect) {
      case SOURCE -> updateImages();
      case OPTIONS -> plate.show(session.model().options());
      case VERDICT, PREVIEW -> showVerdict();
      default -> {
        // Not seen here.
      }
    }
  }

  private void showVerdict() {
    Optional<PlateVerdict> found = session.model().verdict();
    verdict.setText(found.map(PlateVerdict::text).orElse(" "));
    verdict.setToolTipText(
        session
            .model()
            .preview()
            .matte()
            .map(
                matted ->
                    found.map(PlateVerdict::text).orElse("")
                        + " Background: "
                        + matted.plateDescription())
            .orElse(null));
    verdict.setForeground(found.map(this::colour).orElse(panel.getForeground()));
  }

  /** Green or amber, light on a dark ground. */
  private Color colour(PlateVerdict found) {
    Color ground = panel.getBackground();
    boolean dark = ground.getRed() + ground.getGreen() + ground.getBlue() < DARK;
    if (found.fits()) {
      return new Color(dark ? 0x5CCB86 : 0x1F7F45);
    }
    return new Color(dark ? 0xF0B04A : 0xA85F00);
  }
}
