using System.Globalization;
using Microsoft.CodeAnalysis;
using ProvenanceAnalyzers.Shared.Exchange;
using ProvenanceAnalyzers.Shared.Text;

namespace ProvenanceAnalyzers.Options;

/// <summary>
/// What configuration files say of the lists to which some section adds, from the farthest to the nearest: the compiler passes on only what
/// the nearest says. Which sections hold for a file, the compiler's own matching is asked, of files that have nothing else in them.
/// </summary>
internal sealed class FartherSettings
{
    private readonly List<Setting> _settings = [];
    private readonly AnalyzerConfigSet _sections;

    private FartherSettings(List<SettingFact> facts, string projectDirectory)
    {
        var configs = new List<AnalyzerConfig>();
        foreach (var file in facts.GroupBy(fact => fact.Path, StringComparer.Ordinal))
        {
            var path = PolicySection.Anchored(Paths.Resolve(file.Key, projectDirectory));
            var level = GlobalLevelOf(file, path);
            var text = file.Where(fact => ConfigMarks.Are(fact.Key)).Select(mark => $"{mark.Key} = {mark.Value}").ToList();
            foreach (var fact in file.Where(fact => !ConfigMarks.Are(fact.Key)))
            {
                if (fact.Section.Length > 0)
                {
                    text.Add($"[{fact.Section}]");
                }

                text.Add($"{NameOf(_settings.Count)} = true");
                _settings.Add(new Setting(fact, _settings.Count, level, Paths.FolderOf(path).Length));
            }

            configs.Add(AnalyzerConfig.Parse(string.Join("\n", text), path));
        }

        _settings.Sort(Setting.Compare);
        _sections = AnalyzerConfigSet.Create(configs);
    }

    /// <summary>Reads them among the settings that the build has found; null where no list adds to another.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="projectDirectory">The folder to which the paths of the files are relative.</param>
    public static FartherSettings? Read(List<SettingFact> settings, string projectDirectory)
    {
        HashSet<string>? keys = null;
        foreach (var setting in settings)
        {
            if (ListAddition.Is(setting.Value) && IsList(setting.Key))
            {
                keys ??= new HashSet<string>(StringComparer.Ordinal);
                keys.Add(setting.Key);
            }
        }

        return keys == null
            ? null
            : new FartherSettings(
                settings.FindAll(setting => keys.Contains(setting.Key) || ConfigMarks.Are(setting.Key)), projectDirectory);
    }

    /// <summary>
    /// The list that holds for a file, with what it adds to; one that still begins with a plus adds to what holds where no file says
    /// anything. The same as written where this cannot be told, since the compiler passes on what no section that the build has found says.
    /// </summary>
    /// <param name="key">The option.</param>
    /// <param name="written">What the compiler passes on.</param>
    /// <param name="path">The file's path, absolute.</param>
    public string WholeList(string key, string written, string path)
    {
        if (!ListAddition.Is(written) || !IsList(key))
        {
            return written;
        }

        var named = _sections.GetOptionsForSourcePath(PolicySection.Anchored(path)).AnalyzerOptions;
        var holding = _settings.FindAll(setting => setting.Fact.Key == key && named.ContainsKey(NameOf(setting.Index)));
        var whole = string.Empty;
        for (var index = holding.Count - 1; index >= 0 && !holding[index].IsUnsetByAnyOf(holding); index--)
        {
            var value = holding[index].Fact.Value;
            if (whole.Length == 0 && value != written)
            {
                return written;
            }

            whole = whole.Length == 0 ? value : ListAddition.To(value, whole);
            if (!ListAddition.Is(whole))
            {
                return whole;
            }
        }

        return whole.Length == 0 ? written : whole;
    }

    private static bool IsList(string key) => OptionDefinitions.ByKey.TryGetValue(key, out var option) && option.IsList;

    private static string NameOf(int index) => "setting_" + index.ToString(CultureInfo.InvariantCulture);

    /// <summary>The level of a global configuration file, by the compiler's rules; null of any other.</summary>
    private static int? GlobalLevelOf(IEnumerable<SettingFact> file, string path)
    {
        var isNamedSo = string.Equals(Paths.NameOf(path), ConfigMarks.GlobalFileName, StringComparison.OrdinalIgnoreCase);
        int? said = null;
        var isGlobal = isNamedSo;
        foreach (var fact in file)
        {
            if (fact.Key == ConfigMarks.GlobalLevel && int.TryParse(fact.Value, out var level))
            {
                said = level;
            }

            isGlobal |= fact.Key == ConfigMarks.IsGlobal && string.Equals(fact.Value, "true", StringComparison.OrdinalIgnoreCase);
        }

        return isGlobal ? said ?? (isNamedSo ? 100 : 0) : null;
    }

    /// <summary>A line of a file, and how near it is.</summary>
    private sealed class Setting(SettingFact fact, int index, int? globalLevel, int folderLength)
    {
        private readonly bool _isGlobal = globalLevel != null;

        /// <summary>Sections come after the part before them: of a global file they name one file each.</summary>
        private readonly int _kind = globalLevel == null ? 2 : fact.Section.Length > 0 ? 1 : 0;

        private readonly int _degree = globalLevel ?? folderLength;

        public SettingFact Fact { get; } = fact;

        public int Index { get; } = index;

        /// <summary>Whether another global file of the same level sets the key too: then neither does, as the compiler has it.</summary>
        public bool IsUnsetByAnyOf(List<Setting> others) => _isGlobal && others.Exists(other =>
            other._kind == _kind && other._degree == _degree && other.Fact.Path != Fact.Path);

        /// <summary>The farther one first.</summary>
        public static int Compare(Setting one, Setting other) =>
            one._kind != other._kind ? one._kind.CompareTo(other._kind)
            : one._degree != other._degree ? one._degree.CompareTo(other._degree)
            : one.Index.CompareTo(other.Index);
    }
}
