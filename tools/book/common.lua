-- What the passes over a woven chapter share: where its statements stand.
local M = {}

local text = pandoc.utils.stringify
M.text = text

M.id_pattern = '[a-z][a-z0-9-]*%.[A-Za-z][A-Za-z0-9_-]*'

local headed = {Theorem = true, Lemma = true, Proposition = true,
                Corollary = true, Definition = true}

-- "**Theorem chapter.name.** …": kind and id; else nil.
function M.statement(block)
  if block.t ~= 'Para' or #block.content == 0 or
     block.content[1].t ~= 'Strong' then
    return nil
  end
  local kind, id = text(block.content[1]):match('^(%a+)%s+(.-)%.?$')
  if kind and headed[kind] and id:match('^' .. M.id_pattern .. '$') then
    return kind, id
  end
end

function M.begins_proof(block)
  return block.t == 'Para' and #block.content > 0 and
    block.content[1].t == 'Emph' and
    text(block.content[1]):match('^Proof') ~= nil
end

function M.ends_proof(block)
  return text(block):match('∎%s*$') ~= nil
end

function M.embodied(block)
  return block.t == 'Para' and text(block):match('^[Ee]mbodied by:%s*(.*)$')
end

-- How the statement at blocks[i] is established: proved where a proof
-- follows, assumed where none does or it is left to what is cited.
function M.established(blocks, i)
  for j = i + 1, #blocks do
    local b = blocks[j]
    if b.t == 'Header' or M.statement(b) then
      break
    end
    if M.begins_proof(b) then
      local rest = text(b):gsub('^Proof[^.]*%.%s*', '')
      return rest:match('^See ') and 'assumed' or 'proved'
    end
  end
  return 'assumed'
end

M.words = {proved = true, refuted = true, undecided = true, open = true,
           vacuous = true, stale = true}

local function checks_of(item)
  local checks = {}
  for _, block in ipairs(item) do
    if block.t == 'BulletList' then
      for _, sub in ipairs(block.content) do
        local found = {}
        pandoc.Div(sub):walk {Code = function(c)
          table.insert(found, c.text)
        end}
        table.insert(checks, {command = found[1], digest = found[2]})
      end
    end
  end
  return checks
end

-- The states that `lyapcert weave` writes below a block, by name of the claim
-- without the chapter; and the items that are none of them.
function M.states(list)
  local states, others = {}, {}
  for _, item in ipairs(list.content) do
    local line = item[1] and item[1].content or {}
    local word = #line > 2 and line[1].t == 'Strong' and text(line[1])
    if word and M.words[word] and line[3].t == 'Code' then
      local id = line[3].text
      local what = {}
      for i = 4, #line do
        table.insert(what, line[i])
      end
      if what[1] and what[1].t == 'Str' then
        what[1] = pandoc.Str((what[1].text:gsub('^:', '')))
      end
      states[id:match('%.(.*)$')] =
        {word = word, id = id, what = what, checks = checks_of(item)}
    else
      table.insert(others, item)
    end
  end
  return states, others
end

-- Splits the text of a lyap block into claims and what stands between.
-- A claim goes on over indented lines, a theorem over its instances.
function M.pieces(code)
  local pieces, current = {}, nil
  local function begin(name, kind)
    current = {name = name, kind = kind, lines = {}}
    table.insert(pieces, current)
  end
  for line in (code .. '\n'):gmatch('(.-)\n') do
    local kind, name = line:match('^%s*(%a+)%s+([%w_-]+)')
    local depth = #line:match('^%s*')
    local is_claim = kind == 'prove' or kind == 'refute' or kind == 'open' or
      kind == 'theorem' or kind == 'ensemble'
    local belongs = current and current.name and
      (line:match('^%s*$') or depth > current.depth or
       ((kind == 'instance' or kind == 'instances') and
        current.kind == 'theorem' and name == current.name) or
       line:match('^%s*[%]%)}]'))
    if is_claim and not (belongs and depth > current.depth) then
      begin(name, kind)
      current.depth = depth
    elseif not current or (current.name and not belongs) then
      begin(nil, nil)
    end
    table.insert(current.lines, line)
  end
  return pieces
end

-- Where a text mentions an id: f(id).
function M.mentions(block, f)
  pandoc.Div({block}):walk {Str = function(s)
    for id in s.text:gmatch(M.id_pattern) do
      f(id)
    end
  end}
end

-- ---- marks: a word, a shape and a colour ----

M.order = {'proved', 'refuted', 'undecided', 'open', 'assumed', 'vacuous',
           'stale'}

local shape = {
  proved = '<circle cx="8" cy="8" r="7"/><path d="M4.6 8.3l2.3 2.4 4.5-5"/>',
  refuted = '<path class="f" d="M8 .6L15.4 8 8 15.4.6 8z"/>' ..
    '<path d="M6.2 6.2l3.6 3.6M9.8 6.2l-3.6 3.6"/>',
  undecided = '<path class="f" d="M8 1.2L15.4 14.4H.6z"/>' ..
    '<path d="M8 6v3.6M8 11.6v.6"/>',
  open = '<circle class="o" cx="8" cy="8" r="6"/>',
  assumed = '<rect class="o" x="2" y="2" width="12" height="12"/>' ..
    '<path class="o" d="M5 8h6"/>',
  vacuous = '<circle class="o" cx="8" cy="8" r="6"/>' ..
    '<path class="o" d="M4 12L12 4"/>',
  stale = '<path class="o" d="M3.5 2h9L8 8zM8 8l4.5 6h-9z"/>',
}

local function mark(word)
  return '<svg class="mark" viewBox="0 0 16 16" aria-hidden="true">' ..
    shape[word] .. '</svg>'
end

function M.state(word)
  return '<span class="state ' .. word .. '">' .. mark(word) ..
    '<b>' .. word .. '</b></span>'
end

function M.escape(s)
  return (s:gsub('[&<>"]', {['&'] = '&amp;', ['<'] = '&lt;',
                            ['>'] = '&gt;', ['"'] = '&quot;'}))
end

-- ---- the table of scan.lua ----

function M.read_scan(path)
  local t = {
    names = {},        -- of chapters, in order
    titles = {},       -- of chapters, by name
    known = {},        -- id: {page, kind, word}
    is_statement = {}, -- ids of the prose
    users = {},        -- id: chapters that use it
    results = {},      -- id: files in results/
    figures = {},      -- chapter: {name, caption, data}
    claims = {},       -- chapter: word: number
    statements = {},   -- the same
  }
  local function count(where, page, word)
    where[page] = where[page] or {}
    where[page][word] = (where[page][word] or 0) + 1
  end
  for line in io.lines(path) do
    local f = {}
    for field in (line .. '\t'):gmatch('(.-)\t') do
      table.insert(f, field)
    end
    local page = f[2]:match('^[^.]*')
    if f[1] == 'chapter' then
      table.insert(t.names, f[2])
      t.titles[f[2]] = f[4]
    elseif f[1] == 'statement' or f[1] == 'claim' then
      count(f[1] == 'claim' and t.claims or t.statements, page, f[4])
      if not t.is_statement[f[2]] then
        t.known[f[2]] = {page = page, kind = f[3], word = f[4]}
      end
      t.is_statement[f[2]] = t.is_statement[f[2]] or f[1] == 'statement' or nil
    elseif f[1] == 'uses' then
      t.users[f[3]] = t.users[f[3]] or {}
      table.insert(t.users[f[3]], f[2])
    elseif f[1] == 'result' then
      t.results[f[2]] = t.results[f[2]] or {}
      table.insert(t.results[f[2]], f[3])
    elseif f[1] == 'figure' then
      t.figures[f[3]] = t.figures[f[3]] or {}
      table.insert(t.figures[f[3]], {name = f[2], caption = f[4], data = f[5]})
    end
  end
  return t
end

-- A figure with its caption, its data and its script; `more` is HTML.
function M.figure(figure, more)
  local data = {}
  for file in figure.data:gmatch('%S+') do
    table.insert(data, '<a href="' .. file .. '">' ..
      M.escape(file:match('[^/]*$')) .. '</a>')
  end
  local caption = M.escape(figure.caption)
  return pandoc.RawBlock('html', '<figure id="figure-' .. figure.name ..
    '"><img src="figures/' .. figure.name .. '.svg" alt="' .. caption ..
    '"><figcaption><p>' .. caption .. '</p><p class="made">Data: ' ..
    table.concat(data, ', ') .. '; script: <code>paper/figures/' ..
    figure.name .. '.gp</code></p>' .. more .. '</figcaption></figure>')
end

-- A section of them at the end of out; list may be nil.
function M.add_figures(out, list)
  if list then
    table.insert(out, pandoc.Header(2, #list > 1 and 'Figures' or 'Figure',
      pandoc.Attr('figures')))
  end
  for _, figure in ipairs(list or {}) do
    table.insert(out, M.figure(figure, ''))
  end
end

function M.counts(of)
  local list = {}
  for _, word in ipairs(M.order) do
    if of and of[word] then
      table.insert(list, '<li>' .. M.state(word) .. ' ' .. of[word] .. '</li>')
    end
  end
  return '<ul class="counts">' .. table.concat(list) .. '</ul>'
end

return M
