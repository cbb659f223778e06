"""What each part of the window is, in one paragraph, with the sample that shows it and the page about it."""

from __future__ import annotations

from dataclasses import dataclass

from padviewer.gui.style.words import mark


@dataclass(frozen=True)
class Topic:
    """One part of the window.

    Parameters
    ----------
    title, paragraph : str
        In English; `padviewer.gui.style.words.tr` says them in the language of the window.
    sample : str
        The key of the sample that shows it (`SAMPLE_FILES`); empty for none.
    page : str
        The page about it in the documentation.
    """

    title: str
    paragraph: str
    sample: str = ""
    page: str = ""


SAMPLE_FILES = {
    "basics": "padding-basics.json",
    "reviews": "reviews.parquet",
    "sensors": "sensors.npz",
    "features": "features.npy",
    "baskets": "baskets.csv",
    "shapes": "shapes.json",
}
"""The file of each sample, by the key that opens it."""

TOPICS: dict[str, Topic] = {
    "start": Topic(
        mark("Start"),
        mark("Open a file, or drop one on the window: sequences, series, images or rows of numbers in CSV, "
             "JSON, Parquet, Arrow or NumPy files. The samples show what to look for. Nothing is uploaded; a "
             "file is read in a process of its own, so a damaged one cannot take the window down."),
        "basics", "docs/tour.md",
    ),
    "data": Topic(
        mark("Data"),
        mark("The columns of the file, each with its kind, its lengths and its role. A column with the role "
             "sequence becomes a tensor; a label or a weight goes beside it; the others are left out. “Read "
             "as” changes how the file is understood, such as the sign between cells, and reads it again."),
        "reviews", "docs/data.md",
    ),
    "read_as": Topic(
        mark("Read as"),
        mark("How the file is understood: its format, what stands between the cells, whether the first line "
             "names the columns, and where a row of a dense table ends. What was guessed is said beside it. "
             "A change reads the file again at once; the recipe stays where its columns are still there."),
        "baskets", "docs/formats.md",
    ),
    "recipe": Topic(
        mark("Recipe"),
        mark("Every choice between the file and the tensor, from top to bottom in the order in which they "
             "are applied. What the views show, what the export writes and what the generated code does all "
             "come from this one recipe. Save it as a file to use it again, here or on the command line."),
        "basics", "docs/recipe.md",
    ),
    "clean": Topic(
        mark("Clean"),
        mark("What is done about missing values before anything else: NaN in numbers, null in texts and "
             "lists. Filling puts one value in their place. A missing value is not padding: it is a real "
             "step whose value nobody knows, and the mask keeps it true."),
        "features", "docs/recipe.md",
    ),
    "encode": Topic(
        mark("Encode"),
        mark("How texts and categories become numbers: a text is split into words or characters, and every "
             "word gets an id from the vocabulary, the most frequent ones first or in the order of the "
             "alphabet. The vocabulary is fitted on the whole column and travels with the recipe."),
        "baskets", "docs/recipe.md",
    ),
    "pad": Topic(
        mark("Pad and cut"),
        mark("Rows of unequal length become rows of maxlen steps. Padding says which side of a short row is "
             "filled, truncating which side of a long one is cut, and value what it is filled with, as in "
             "keras.utils.pad_sequences. A maxlen of p95 is the smallest that covers 95 % of the rows. The "
             "bars below are the shortest, the middle and the longest row, drawn to scale."),
        "basics", "docs/recipe.md",
    ),
    "output": Topic(
        mark("Output"),
        mark("The dtype of the tensor. By default whole numbers are int32 where they fit and floats keep "
             "their width. A dtype that cannot hold a value, such as a fraction in an integer, is refused; "
             "you can allow it, and then every lost value is counted among the findings."),
        "features", "docs/recipe.md",
    ),
    "lengths": Topic(
        mark("Lengths"),
        mark("How many rows have how many steps. Drag the line, or use the arrow keys on it, to set maxlen: "
             "what lies to its right is cut. The curve says which share of all steps is kept, the numbers "
             "what this maxlen costs in cut rows, padding and memory. A single very long row makes the axis "
             "logarithmic."),
        "reviews", "docs/lengths.md",
    ),
    "heatmap": Topic(
        mark("Heatmap"),
        mark("The padded tensor as it will be: one line a row, one cell a step. Padding is hatched, missing "
             "values are crossed, a kept cell beside what was cut has a solid edge. Click a cell, or walk "
             "with the arrow keys, and its row, step and value are said below. The wheel scrolls, with Ctrl "
             "it zooms; 0 shows all steps, 1 one pixel for each cell."),
        "sensors", "docs/heatmap.md",
    ),
    "far": Topic(
        mark("Many cells in one pixel"),
        mark("Far out, one pixel stands for several cells, and you choose what it says: one of them, their "
             "mean, the greatest, or the share of them that is padding. “One of its cells” is quick and can "
             "miss a single odd value; “The greatest” cannot. What is chosen is said in the view."),
        "reviews", "docs/heatmap.md",
    ),
    "levels": Topic(
        mark("Levels and colours"),
        mark("Which value takes the first colour of the ramp and which the last: the least and the greatest "
             "value, two percentiles so that a few extreme values do not darken the rest, the same distance "
             "on both sides of 0, or two values of yours. A logarithmic ramp spreads small values. Levels "
             "change what you see, never what is exported."),
        "sensors", "docs/heatmap.md",
    ),
    "filter": Topic(
        mark("Filter and order"),
        mark("Which rows the views show, and in which order: by length, by label, only those that are cut, "
             "only those a finding names. It changes what you look at and nothing else: the export and the "
             "numbers are of all rows. The row numbers stay those of the file."),
        "reviews", "docs/heatmap.md",
    ),
    "mask": Topic(
        mark("Mask"),
        mark("Which steps are real (true) and which are padding (false), as Keras means it. The mask comes "
             "from the lengths, never from comparing with the fill value, so a real 0 stays real. A layer "
             "that gets no mask treats padding as data."),
        "basics", "docs/mask.md",
    ),
    "table": Topic(
        mark("Table"),
        mark("The rows one by one: number, length before cutting, steps kept, label, and the values or words "
             "with padding and the cut part shown. Find a value or a word with /, go to a row with G, and "
             "copy the selected rows as tab-separated text. The selection is the same as in the heatmap."),
        "baskets", "docs/table.md",
    ),
    "row": Topic(
        mark("Row"),
        mark("One row in full: its source text, the words it is split into, their ids, the position of each "
             "in the tensor, and the mask, before and after cutting and padding. [ and ] go to the previous "
             "and the next row that is cut."),
        "reviews", "docs/row.md",
    ),
    "strip": Topic(
        mark("Selected row"),
        mark("The selected row in words: above, the word or value of each step of the tensor; below, its id "
             "or its step. A dot is padding; what was cut is counted beside the row's number. Click a step "
             "to select it in all views."),
        "reviews", "docs/row.md",
    ),
    "series": Topic(
        mark("Series"),
        mark("Chosen rows and features as lines over the steps. Padding is shaded, the part that is cut "
             "is dashed, and a missing value is a gap. Lay several rows over each other to see whether "
             "padding moves the beginning or the end of an event to another step."),
        "sensors", "docs/series.md",
    ),
    "images": Topic(
        mark("Images"),
        mark("Rows whose steps have two axes as pictures, with the border between the real part and the "
             "padding drawn. Images of many sizes are padded along both axes; here you see how much of each "
             "tensor is picture."),
        "shapes", "docs/images.md",
    ),
    "model": Topic(
        mark("Model"),
        mark("A Keras model, or a template to start from, beside the data: whether its input fits the shape "
             "of the tensor, and every layer with its output shape and parameters. A model file is read "
             "without running any code from it."),
        "reviews", "docs/model.md",
    ),
    "findings": Topic(
        mark("Findings"),
        mark("What you should know about this data with this recipe, most serious first: how many rows lose "
             "steps, which values collide with the fill value, what is missing. Each says what it means and "
             "what to do; “Show rows” marks the rows in every view. N goes to the next one."),
        "reviews", "docs/findings.md",
    ),
    "export": Topic(
        mark("Export"),
        mark("Writes exactly what the views show: the arrays, their masks and lengths, labels, and the "
             "recipe. The same recipe on the same data gives the same bytes. The file appears only when it "
             "is complete, and a second one beside it says where it came from and what was cut."),
        "basics", "docs/export.md",
    ),
    "status": Topic(
        mark("Status"),
        mark("The tensor in one line: shape and dtype, memory, share of padding, rows that are cut, and what "
             "true means in the mask. On the right: what the program does, or the cell under the mouse."),
        "", "docs/tour.md",
    ),
    "window": Topic(
        mark("PadViewer"),
        mark("Data and recipe on the left, the lengths and the views of the tensor in the middle, the model "
             "and the findings on the right. Change a choice and everything follows. Ctrl+K finds every "
             "command, F6 goes from panel to panel, and F1 lists the keys."),
        "basics", "docs/tour.md",
    ),
}  # fmt: skip

CLASSES: dict[str, str] = {
    "StartPage": "start",
    "DataPanel": "data",
    "ColumnList": "data",
    "ReadAs": "read_as",
    "RecipePanel": "recipe",
    "CleanSection": "clean",
    "EncodeSection": "encode",
    "PadSection": "pad",
    "RowDiagram": "pad",
    "OutputSection": "output",
    "LengthsPanel": "lengths",
    "LengthsChart": "lengths",
    "HeatmapView": "heatmap",
    "Minimap": "heatmap",
    "Views": "heatmap",
    "ViewTools": "filter",
    "FilterBar": "filter",
    "LevelsForm": "levels",
    "ColourBar": "levels",
    "HeatmapLegend": "levels",
    "TableView": "table",
    "RowView": "row",
    "RowStrip": "strip",
    "SeriesView": "series",
    "ImagesView": "images",
    "ModelPanel": "model",
    "LayerTable": "model",
    "TemplateForm": "model",
    "FindingsPanel": "findings",
    "FindingsList": "findings",
    "ExportSheet": "export",
    "StatusBar": "status",
    "MainWindow": "window",
}
"""The topic of a widget by its class; a property ``help`` or an object name goes before it."""
