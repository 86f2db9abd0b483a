-- results/INDEX.md as a page: its links lead into results/, where they can.
local function is_there(path)
  local f = io.open(path)
  return f ~= nil and f:close()
end

function Pandoc(doc)
  doc.meta.title = 'Results'
  return doc:walk {
    Link = function(link)
      local path = link.target:gsub('^%./', '')
      if is_there('results/' .. path) and not path:match('^%.%.') then
        link.target = 'results/' .. path
        return link
      end
      return link.content
    end,
    Table = function(t)
      t.colspecs = pandoc.List(t.colspecs):map(function(c)
        return {c[1]} -- as wide as they are
      end)
      return pandoc.Div({t}, {class = 'wide results', tabindex = '0'})
    end,
  }
end
