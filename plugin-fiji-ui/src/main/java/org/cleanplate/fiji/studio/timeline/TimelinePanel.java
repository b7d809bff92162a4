package org.cleanplate.fiji.studio.timeline;

import java.awt.Color;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.util.Locale;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JSlider;
import javax.swing.plaf.basic.BasicSliderUI;
import net.miginfocom.swing.MigLayout;
import org.cleanplate.fiji.studio.model.FrameFigures;
import org.cleanplate.fiji.studio.model.StudioModel;
import org.cleanplate.fiji.studio.model.StudioModel.Aspect;
import org.cleanplate.fiji.studio.model.StudioSession;
import org.cleanplate.fiji.window.Mnemonics;

/** The frame slider, and under it what is known of each frame. */
public final class TimelinePanel {
  private final StudioSession session;
  private final JSlider slider = new JSlider(0, 0, 0);
  private final JLabel number = new JLabel();
  private final JLabel coverage = new JLabel();
  private final JLabel error = new JLabel();
  private final FigurePlot plot;
  private final JPanel panel =
      new JPanel(
          new MigLayout(
              "insets 2 8 4 8, fillx, wrap 3, gapy 2", "[][grow,fill][]", "[][grow,fill]"));
  private boolean showing;

  /** Follows the session's model from now on. */
  public TimelinePanel(StudioSession session) {
    this.session = session;
    plot = new FigurePlot(session::goToFrame);
    JLabel label = new JLabel();
    Mnemonics.set(label, "F&rame");
    label.setLabelFor(slider);
    slider.setName("frame");
    slider.setToolTipText("The frame to preview; the arrow keys step");
    slider.getAccessibleContext().setAccessibleName("Frame");
    slider.setOpaque(false);
    slider.addChangeListener(
        event -> {
          if (!showing) {
            session.goToFrame(slider.getValue());
          }
        });
    slider.addComponentListener(
        new ComponentAdapter() {
          @Override
          public void componentResized(ComponentEvent event) {
            alignPlot();
          }
        });
    number.setName("frame-number");
    legend(coverage, "coverage", "How much of the frame the subject covers", FigurePlot.COVERAGE);
    legend(error, "error-figure", "Mean of the error that the network expects", FigurePlot.ERROR);
    JPanel legend = new JPanel(new MigLayout("insets 0, wrap 1, gapy 0"));
    legend.setOpaque(false);
    legend.add(coverage);
    legend.add(error);
    panel.add(label);
    panel.add(slider);
    panel.add(number, "wmin 70");
    panel.add(plot, "skip 1, growy, pushy");
    panel.add(legend, "aligny center");
    session.model().addListener(this::update);
    showFrame();
    showFigures();
  }

  private static void legend(JLabel label, String name, String help, Color colour) {
    label.setName(name);
    label.setToolTipText(help);
    label.setForeground(colour);
  }

  public JPanel component() {
    return panel;
  }

  private void update(Aspect aspect) {
    switch (aspect) {
      case SOURCE, FRAME -> {
        showFrame();
        showFigures();
      }
      case FIGURES -> showFigures();
      default -> {
        // Not seen here.
      }
    }
  }

  private void showFrame() {
    StudioModel model = session.model();
    showing = true;
    slider.setMaximum(Math.max(0, model.frameCount() - 1));
    slider.setValue(model.frame());
    slider.setEnabled(model.frameCount() > 1);
    showing = false;
    number.setText(model.frameCount() == 0 ? "–" : model.frame() + 1 + " / " + model.frameCount());
    alignPlot();
  }

  private void showFigures() {
    StudioModel model = session.model();
    FrameFigures figures = model.figures();
    plot.show(figures, model.frame());
    boolean known = model.frameCount() > 0 && figures.isKnown(model.frame());
    coverage.setText(
        known
            ? String.format(Locale.ROOT, "Coverage %.1f %%", 100 * figures.coverage(model.frame()))
            : "Coverage");
    error.setText(
        known && !Double.isNaN(figures.meanError(model.frame()))
            ? String.format(Locale.ROOT, "Error %.4f", figures.meanError(model.frame()))
            : "Error");
  }

  /** Sliders of every look have room for half a knob at their ends. */
  private void alignPlot() {
    if (!(slider.getUI() instanceof BasicSliderUI ui) || slider.getMaximum() == 0) {
      return;
    }
    int width = slider.getWidth();
    int left = 0;
    while (left < width / 2 && ui.valueForXPosition(left + 1) == 0) {
      left++;
    }
    // The first value reaches half a step beyond its place.
    double step = (width - 2.0 * left) / Math.max(1, slider.getMaximum() - 1);
    int edge = (int) Math.max(4, Math.round(left - step / 2));
    plot.align(edge, edge);
  }
}
