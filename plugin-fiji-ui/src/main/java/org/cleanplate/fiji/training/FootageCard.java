package org.cleanplate.fiji.training;

import java.awt.Component;
import javax.swing.JTextField;
import org.cleanplate.fiji.window.Form;
import org.cleanplate.plate.estimate.Quantile;

/** The person's own footage, its clean plate, and corrected mattes of some of its frames. */
final class FootageCard {
  private final ImageField footage =
      new ImageField("footage", "An open stack, or a video or folder of pictures").currentFirst();
  private final ImageField background =
      new ImageField(
          "background",
          "Its clean plate: an open image, a file, or median, the scene most of the time",
          Quantile.MEDIAN.key());
  private final ImageField corrected =
      new ImageField(
          "corrected",
          "A stack or folder of corrected mattes, white on the subject, such as slices of a result"
              + " of Matte Stack...");
  private final JTextField frames = new JTextField(12);
  private final Form form = new Form("0");

  FootageCard() {
    frames.setName("frames");
    frames.setToolTipText(
        "The frames that the mattes are of, from 1, such as 3,10,20-24; empty if there is one for"
            + " each frame");
    form.row("Footage", footage.component(), footage.panel())
        .row("Background", background.component(), background.panel())
        .row("Corrected", corrected.component(), corrected.panel())
        .row("of frames", frames);
  }

  Component component() {
    return form.panel();
  }

  void updateImages() {
    footage.updateImages();
    background.updateImages();
    corrected.updateImages();
  }

  void setEnabled(boolean enabled) {
    footage.setEnabled(enabled);
    background.setEnabled(enabled);
    corrected.setEnabled(enabled);
    frames.setEnabled(enabled);
  }

  /** What the fields say, not checked. */
  DataChoice read() {
    return new DataChoice.Footage(
        footage.text(), background.text(), corrected.text(), frames.getText());
  }
}
